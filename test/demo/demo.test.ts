// This file is long because the demo is filled once for all of its tests, which takes most of their time.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Intake } from '#demo/cases/intake.ts'
import { DemoWriter } from '#demo/demoWriter.ts'
import { departments } from '#demo/departments.ts'
import { seedDemo } from '#demo/index.ts'
import { contactsAfterCases } from '#demo/surveys/contacts.ts'
import { handler as tick } from '#functions/lambdas/schedules.ts'
import { product } from '#functions/platform/http/context.ts'
import { askGroups, askIds } from '#functions/platform/projection/ask.ts'
import { entryFrom, hashOf } from '#functions/platform/store/history.ts'
import { dirtyDayStep } from '#functions/platform/store/items/surveyItems.ts'
import { outboxShards, statisticsKey } from '#functions/platform/store/keys.ts'
import { getChildren, getHistory, getItem, getRecords, queryPartition } from '#functions/platform/store/read.ts'
import { transact } from '#functions/platform/store/transact.ts'
import { type AnyRecord, allFields, type Entity, fieldOf, recordAs } from '#shared/declaration/entity.ts'
import { type Fields, objectOf } from '#shared/declaration/field.ts'
import { roles } from '#shared/declaration/roles.ts'
import { Batch } from '#shared/entities/batch.ts'
import { Case } from '#shared/entities/case.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { Offer } from '#shared/entities/offer.ts'
import { Patient } from '#shared/entities/patient.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { SpecialReport } from '#shared/entities/specialReport.ts'
import { Survey } from '#shared/entities/survey.ts'
import { sealOf } from '#shared/rules/settlements/batchSeal.ts'
import { batchLinesOf } from '#shared/rules/settlements/claimRows.ts'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { useTable } from '#test/support/table.ts'

const size = 40
const now = '2027-01-20T12:00:00.000Z'
const logins: { email: string; password: string; groups: readonly string[] }[] = []
const seed = (patients: number) =>
  seedDemo({
    isEmpty: false,
    size: patients,
    now,
    report: () => {},
    ensureUser: async (login) => {
      logins.push(login)
      return { subject: `subject of ${login.email}` }
    },
  })

const allOf = async (entity: Entity): Promise<AnyRecord[]> => {
  const ids = await askIds(entity, { conditions: [] }, { actor: product })
  return (await getRecords(entity, ids)).map(({ record }) => record)
}

const records = new Map<string, AnyRecord[]>()
const recordsOf = <F extends Fields, G extends Fields>(entity: Entity<F, G>) =>
  (records.get(entity.resource) ?? []).map((record) => recordAs(entity, record))

/** Entities whose records have a state. */
const living = entities.filter(({ lifecycle }) => lifecycle).map(({ resource }) => resource)

/** What the product does by itself to a state, without a step that people take. */
const ownActs: Readonly<Record<string, readonly string[]>> = {
  invitations: [
    ...['create: queued', 'create: sent', 'send: sent'],
    ...['answer: answered', 'expire: expired', 'give-up: undeliverable'],
  ],
  // Within the own limit, or without one, asking is enough.
  offers: ['submit: approved', 'update: draft'],
  letters: ['submit: approved'],
  messages: ['sent: sent', 'captured: captured', 'fail: failed', 'attempt: queued'],
}

useTable({ people: false })
beforeAll(async () => {
  await seed(size)
  for (const entity of entities) records.set(entity.resource, await allOf(entity))
}, 120_000)

describe('the demo', () => {
  test('has the records that its size requires', () => {
    const counts = Object.fromEntries([...records].map(([resource, all]) => [resource, all.length]))
    expect(counts).toMatchObject({ sites: 3, patients: 40, cases: 30, 'settlement-files': 25, surveys: 4, payers: 4 })
    expect(counts.responses).toBeGreaterThan(140)
    expect(counts.encounters).toBeGreaterThan(140)
  })

  test('lets one person per role sign in, and one with all of them', () => {
    const groupsOf = (name: string) => logins.find(({ email }) => email === `${name}@redress.test`)?.groups
    for (const role of roles) expect(groupsOf(role)).toEqual([role])
    expect(groupsOf('everyone')).toEqual(roles)
  })

  test.each(entities.map(({ resource }) => resource))('has %s as declared', (resource) => {
    const schema = objectOf(allFields(entityOf(resource)))
    for (const { id, version: _version, ...values } of records.get(resource) ?? [])
      expect(schema.safeParse(values), id).toMatchObject({ success: true })
  })

  test('numbers cases and files without a gap, in the order of time', () => {
    for (const [numbers, prefix] of [
      [recordsOf(Case).map(({ number }) => number ?? ''), 'C'],
      [recordsOf(SettlementFile).map(({ number }) => number ?? ''), 'TSW'],
    ] as const)
      for (const year of ['2026', '2027']) {
        const own = numbers.filter((number) => number.startsWith(`${prefix}-${year}-`)).sort()
        expect(own.map((number) => Number(number.slice(-6)))).toEqual(own.map((_, index) => index + 1))
      }
    const files = recordsOf(SettlementFile).sort((a, b) => ((a.number ?? '') < (b.number ?? '') ? -1 : 1))
    expect(files.map(({ openedAt }) => openedAt)).toEqual(files.map(({ openedAt }) => openedAt).sort())
  })

  test('lists every record, under its parent and in its group', async () => {
    for (const entity of entities) {
      const own = records.get(entity.resource) ?? []
      const { under, order } = entity
      const name = under ?? order[0]?.[0] ?? ''
      const field = { name, field: name, ...(fieldOf(entity, name)?.kind === 'instant' && { span: 'month' as const }) }
      const { groups } = await askGroups(entity, { by: [field], sum: [], conditions: [] }, { actor: product })
      expect(
        groups.reduce((sum, { count }) => sum + count, 0),
        entity.resource,
      ).toBe(own.length)
      // What may have no parent, such as a call without a case, is under none.
      const parents = groups.filter(({ key }) => under && key[name] !== null).slice(0, 10)
      for (const { key, count } of parents) {
        const children = await getChildren(entity, String(key[name]))
        expect(children.length, `${entity.resource} under ${key[name]}`).toBe(count)
      }
    }
  })

  test('has different people for the steps of every file', () => {
    const signed = recordsOf(SettlementFile).filter(({ approvedBy }) => approvedBy)
    expect(signed.length).toBeGreaterThan(5)
    for (const { estimatedBy, verifiedBy, approvedBy, deliveredBy } of signed) {
      expect(new Set([estimatedBy, verifiedBy, approvedBy]).size).toBe(3)
      expect(deliveredBy).not.toBe(approvedBy)
    }
  })

  test('closes no case above an open promise, without a call, or without an accepted report', () => {
    const closed = recordsOf(Case).filter(({ status }) => status === 'closed')
    expect(closed.length).toBeGreaterThan(10)
    for (const { id, severity, openPromises = 0 } of closed) {
      expect(openPromises, id).toBe(0)
      const calls = recordsOf(FollowUp).filter(({ caseId, kind }) => caseId === id && kind === 'satisfaction-call')
      expect(
        calls.some(({ status }) => status !== undefined && ['done', 'no-answer', 'refused'].includes(status)),
        id,
      ).toBe(true)
      const reports = recordsOf(SpecialReport).filter(({ caseId }) => caseId === id)
      expect(
        reports.map(({ status }) => status),
        id,
      ).toEqual(severity === 'major' ? ['accepted'] : [])
    }
  })

  test('has a second person for every offer above a limit, and an entry in the ledger for every write-off', () => {
    const offers = recordsOf(Offer)
    for (const { id, requestedBy, approvedBy } of offers.filter(({ approverRole }) => approverRole))
      expect(approvedBy, id).not.toBe(requestedBy)
    const posted = recordsOf(LedgerEntry).map(({ offerId }) => offerId)
    const writtenOff = offers.filter(({ remedy, status }) => remedy === 'write-off' && status === 'fulfilled')
    expect(writtenOff.length).toBeGreaterThan(0)
    expect(writtenOff.map(({ id }) => id).sort()).toEqual(posted.sort())
  })

  test('counts on each case what its offers and promises come to', () => {
    for (const { id, openPromises = 0, pendingOffers = 0, concededMinor = 0 } of recordsOf(Case)) {
      const offers = recordsOf(Offer).filter(({ caseId }) => caseId === id)
      const promises = recordsOf(CasePromise).filter(({ caseId }) => caseId === id)
      const given = offers.filter(({ status }) => status === 'fulfilled')
      expect(openPromises, id).toBe(promises.filter(({ status }) => status === 'open').length)
      expect(pendingOffers, id).toBe(offers.filter(({ status }) => status === 'pending-approval').length)
      expect(concededMinor, id).toBe(given.reduce((sum, { amountMinor = 0 }) => sum + amountMinor, 0))
    }
  })

  test('seals batches over exactly what is in their files', async () => {
    const sealed = recordsOf(Batch).filter(({ sealedAt }) => sealedAt)
    expect(sealed.filter(({ status }) => status === 'sealed')).toHaveLength(2)
    const files = new Map(recordsOf(SettlementFile).map((file) => [file.id, file]))
    for (const { fileIds = [], sha256, totals } of sealed) {
      const lines = fileIds.flatMap((id) => files.get(id) ?? []).flatMap(batchLinesOf)
      expect(await sealOf(lines)).toMatchObject({ sha256, totals })
    }
  })

  test('records the history of a case step by step, in an unbroken chain', async () => {
    for (const { id, status, version } of recordsOf(Case)) {
      const entries = (await getHistory(id, 100)).items.map(entryFrom).reverse()
      expect(entries).toHaveLength(version)
      for (const [index, { hash, ...entry }] of entries.entries()) {
        expect(hashOf(entry)).toBe(hash)
        expect(entry.previousHash).toBe(entries[index - 1]?.hash ?? '')
        expect(entry.at >= (entries[index - 1]?.at ?? '') && entry.at <= now).toBe(true)
      }
      if (status === 'closed')
        expect(entries.map(({ action }) => action)).toEqual(
          expect.arrayContaining(['acknowledge', 'assess', 'resolve', 'close']),
        )
    }
  })

  test.each(living)('brings every one of %s to its state by steps that the product has', async (resource) => {
    const { actions, lifecycle: life } = entityOf(resource)
    const { field, states } = life ?? { field: '', states: {} }
    // A step that declares no state leads to the one that its rule finds.
    const steps = Object.entries(actions).flatMap(([name, { to }]) =>
      (to ? [to] : Object.keys(states)).map((state) => `${name}: ${state}`),
    )
    const known = new Set([`create: ${Object.keys(states)[0]}`, ...steps, ...(ownActs[resource] ?? [])])
    for (const { id } of records.get(resource) ?? []) {
      const entries = (await getHistory(id, 100)).items.map(entryFrom)
      const reached = entries
        .filter(({ after }) => after[field])
        .map(({ action, after }) => `${action}: ${after[field]}`)
      expect(
        reached.filter((each) => !known.has(each)),
        id,
      ).toEqual([])
      expect(entries.at(-1)?.action, id).toBe('create')
    }
  })

  test('leaves no event in the outbox', async () => {
    for (let shard = 0; shard < outboxShards; shard++)
      expect((await queryPartition(`OUT#${shard}`, { limit: 1 })).items).toEqual([])
  })

  test('has the statistics that the tick would compute, byte for byte', async () => {
    const days = recordsOf(Invitation).map(({ surveyId, serviceOn = '' }) => [surveyId, serviceOn] as const)
    const kept = async () => Promise.all(days.map(([survey, day]) => getItem(statisticsKey(survey, day))))
    const before = await kept()
    expect(before).not.toContain(undefined)
    const notes = new Map(
      days.map(([survey, day]) => [survey + day, dirtyDayStep(survey, day, '2027-01-19T12:00:00.000Z')]),
    )
    for (const note of notes.values()) await transact([note])
    expect(await tick({ tick: 'survey-stats', at: now })).toMatchObject({ buckets: notes.size })
    expect(await kept()).toEqual(before)
  })
})

test('a patient with two cases closed on one day is invited once', () => {
  const writer = new DemoWriter(now, size)
  const [survey] = recordsOf(Survey)
  const [department] = departments.PALM
  if (!survey || !department) throw new Error('The demo is empty')
  const surveys = { outpatient: survey, inpatient: survey, insuranceApproval: survey, afterComplaint: survey }
  const contactsOf = (record: Case, times: number) => {
    const encounter = recordsOf(Encounter).find(({ id }) => id === record.encounterId)
    const patient = recordsOf(Patient).find(({ id }) => id === record.patientId)
    if (!encounter || !patient) return []
    const intake = { visit: { encounter, patient, department } } as Intake
    return contactsAfterCases(writer, Array(times).fill({ intake, stored: { record, number: 1 } }), surveys)
  }
  const invited = recordsOf(Case).find((record) => contactsOf(record, 1).length === 1)
  expect(invited && contactsOf(invited, 2)).toHaveLength(1)
})

test('the same size and instant produce the same demo, also a small one', async () => {
  const table = process.env.TABLE_NAME
  const idsOf = async () => {
    process.env.TABLE_NAME = await freshTable((await startEngine()).endpoint)
    await seed(3)
    return (await Promise.all(entities.map(allOf))).flat()
  }
  expect(await idsOf()).toEqual(await idsOf())
  process.env.TABLE_NAME = table
}, 120_000)
