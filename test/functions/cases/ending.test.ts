import { describe, expect, test } from 'vitest'
import { CasePromise } from '#shared/entities/promise.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { acceptReport, callSatisfied, caseAfter, takeStep, under } from './way.ts'

const world = useTable()
const resolved = (values = {}) => caseAfter(world().siteId, 'resolve', values)
const close = (id: string) => takeStep('unit-manager', `cases/${id}`, 'close')
const read = async (id: string) => (await as('director')(`GET /api/cases/${id}`)).body
const promise = (caseId: string) => ({
  ...CasePromise.example,
  caseId,
  dueAt: new Date(Date.now() + 1e8).toISOString(),
})

describe('a case', () => {
  test('that is resolved has a call of its patient planned, and is closed after it', async () => {
    const id = await resolved()
    expect(await under(id, 'follow-ups')).toMatchObject([{ kind: 'satisfaction-call', status: 'planned' }])
    expect((await close(id)).body).toMatchObject({ rule: 'CALL_NEEDED' })
    await callSatisfied(id)
    expect((await close(id)).body).toMatchObject({ status: 'closed' })
  })

  test('that is reopened cancels its call, and has another one when it is resolved again', async () => {
    const id = await resolved()
    const again = await takeStep('officer', `cases/${id}`, 'reopen', { reason: 'New facts' })
    expect(again.status, again.text).toBe(200)
    expect(await under(id, 'follow-ups')).toMatchObject([{ status: 'cancelled' }])
    const finding = { faultClass: 'communication', cause: 'waiting', outcome: 'upheld' }
    await takeStep('officer', `cases/${id}`, 'assess', finding)
    await takeStep('officer', `cases/${id}`, 'respond', { noRemedyReason: 'Nothing to offer.' })
    await takeStep('officer', `cases/${id}`, 'resolve', { patientDecision: 'partly' })
    expect((await under(id, 'follow-ups')).map(({ status }) => status).sort()).toEqual(['cancelled', 'planned'])
    expect((await close(id)).body).toMatchObject({ rule: 'CALL_NEEDED' })
  })

  test('whose patient is found unsatisfied is reopened by that call', async () => {
    const id = await resolved()
    const [call] = await under(id, 'follow-ups')
    const unsatisfied = { outcome: 'unsatisfied', recoveryNote: 'She still waits for the apology.' }
    const answer = await takeStep('officer', `follow-ups/${call?.id}`, 'complete', unsatisfied)
    expect(answer.body, answer.text).toMatchObject({ status: 'done' })
    expect(await read(id)).toMatchObject({ status: 'investigating', reopenedCount: 1 })
  })

  test('is not closed with an open promise, and takes none once it is closed', async () => {
    const id = await resolved()
    await callSatisfied(id)
    const made = await as('officer')('POST /api/promises', promise(id))
    expect(made.status, made.text).toBe(201)
    expect(await read(id)).toMatchObject({ openPromises: 1 })
    expect((await close(id)).body).toMatchObject({ rule: 'PROMISES_OPEN' })
    await takeStep('officer', `promises/${made.body.id}`, 'keep', { evidence: 'I called her.' })
    expect((await close(id)).body).toMatchObject({ status: 'closed', openPromises: 0 })
    expect((await as('officer')('POST /api/promises', promise(id))).body).toMatchObject({ rule: 'CASE_OVER' })
  })

  test('that is a major one is closed when the director has accepted its report', async () => {
    const id = await resolved({ severity: 'major', majorReasons: ['hospital-incident'] })
    await callSatisfied(id)
    expect((await close(id)).body).toMatchObject({ rule: 'REPORT_NEEDED' })
    await acceptReport(id)
    expect((await close(id)).body).toMatchObject({ status: 'closed' })
  })
})

test('of a closing and a promise at the same moment one comes first, and the other one knows it', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 6; round++) {
    const id = await resolved()
    await callSatisfied(id)
    const make = () => as('officer')('POST /api/promises', promise(id))
    await Promise.all(round % 2 ? [close(id), make()] : [make(), close(id)])
    const { status, openPromises = 0 } = await read(id)
    const open = (await under(id, 'promises')).filter((each) => each.status === 'open').length
    expect([openPromises, status === 'closed' && open > 0]).toEqual([open, false])
    outcomes.add(`${status} ${open}`)
  }
  expect([...outcomes].every((each) => ['closed 0', 'resolved 1'].includes(each))).toBe(true)
})

test('of a resolving and an offer that is submitted at the same moment, no offer waits in a resolved case', async () => {
  for (let round = 0; round < 6; round++) {
    const id = await caseAfter(world().siteId, 'respond')
    const body = { caseId: id, remedy: 'discount', amountMinor: 900_000, currency: 'SAR', note: 'All of it.' }
    const offer = await as('officer')('POST /api/offers', body)
    expect(offer.status, offer.text).toBe(201)
    const submit = () => takeStep('officer', `offers/${offer.body.id}`, 'submit')
    const resolve = () => takeStep('officer', `cases/${id}`, 'resolve', { patientDecision: 'accepted' })
    await Promise.all(round % 2 ? [resolve(), submit()] : [submit(), resolve()])
    const { status, pendingOffers = 0 } = await read(id)
    expect(status === 'resolved' && pendingOffers > 0).toBe(false)
    const waiting = (await under(id, 'offers')).filter((each) => each.status === 'pending-approval').length
    expect(pendingOffers).toBe(waiting)
  }
})

test('of the legal route and an approval at the same moment, no offer is approved in a case that is with the lawyers', async () => {
  for (let round = 0; round < 6; round++) {
    const id = await caseAfter(world().siteId, 'respond')
    const body = { caseId: id, remedy: 'discount', amountMinor: 90_000, currency: 'SAR', note: 'Some of it.' }
    const offer = await as('officer')('POST /api/offers', body)
    await takeStep('officer', `offers/${offer.body.id}`, 'submit')
    const approve = () => takeStep('director', `offers/${offer.body.id}`, 'approve')
    const letter = { reason: 'A lawyer has written.', lawyersLetter: true }
    const legal = () => takeStep('unit-manager', `cases/${id}`, 'legal-route', letter)
    const answers = await Promise.all(round % 2 ? [approve(), legal()] : [legal(), approve()])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect((await read(id)).status).toBe('legal-route')
    const again = await as('officer')('POST /api/offers', body)
    if (again.status === 201) {
      const asked = await takeStep('officer', `offers/${again.body.id}`, 'submit')
      expect(asked.status, asked.text).toBe(409)
    }
    const [before] = (await under(id, 'offers')).filter((each) => each.id === offer.body.id)
    const { pendingOffers = 0 } = await read(id)
    expect(pendingOffers).toBe(before?.status === 'pending-approval' ? 1 : 0)
    if (pendingOffers > 0) expect((await approve()).status).toBe(409)
  }
})
