import { beforeAll, describe, expect, test } from 'vitest'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { openedCase, takeStep, under } from './way.ts'

const world = useTable()
let caseId: string
beforeAll(async () => {
  const profile = await seed(SiteProfile, { ...SiteProfile.example, siteId: world().siteId, hasStatutoryLetter: true })
  await takeStep('director', `site-profiles/${profile.id}`, 'publish')
  caseId = (await openedCase(world().siteId, { severity: 'major', majorReasons: ['hospital-incident'] })).id
})

describe('a note about the accountability of a person', () => {
  const note = (person: Person, about: Person) =>
    as(person)('POST /api/accountability-notes', {
      ...{ caseId, personId: world().userIds[about], findings: 'Nobody answered the bell.', measure: 'talk' },
    })
  const idsFor = async (person: Person) =>
    ((await as(person)('GET /api/accountability-notes')).body as { id: string }[]).map(({ id }) => id)

  test('is written and read by leads, and by an auditor, and says who wrote it', async () => {
    const written = await note('unit-manager', 'officer')
    expect(written.body).toMatchObject({ writtenBy: world().userIds['unit-manager'] })
    for (const person of ['unit-manager', 'director', 'auditor'] as const)
      expect((await as(person)(`GET /api/accountability-notes/${written.body.id}`)).status, person).toBe(200)
    for (const person of ['officer', 'front-desk', 'admin', 'clinician'] as const)
      expect((await as(person)(`GET /api/accountability-notes/${written.body.id}`)).status, person).toBe(403)
    expect((await note('officer', 'front-desk')).status).toBe(403)
  })

  test('is hidden from whom it is about, whatever their role', async () => {
    const { id } = (await note('director', 'unit-manager')).body
    expect(await idsFor('director')).toContain(id)
    expect(await idsFor('unit-manager')).not.toContain(id)
    expect((await as('unit-manager')(`GET /api/accountability-notes/${id}`)).status).toBe(404)
    expect((await as('unit-manager')(`GET /api/accountability-notes/${id}/history`)).status).toBe(404)
    expect((await note('unit-manager', 'unit-manager')).body).toMatchObject({ rule: 'NOTE_ABOUT_SELF' })
  })

  test('leaves an entry of each person who reads it', async () => {
    const { id } = (await note('unit-manager', 'officer')).body
    await as('director')(`GET /api/accountability-notes/${id}`)
    const asked = { query: { filter: { recordId: id } } }
    const entries = (await as('auditor')('GET /api/access-entries', undefined, asked)).body
    expect(entries).toContainEqual(expect.objectContaining({ userId: world().userIds.director }))
  })
})

describe('a letter', () => {
  const write = (kind: string) =>
    as('officer')('POST /api/letters', { caseId, kind, language: 'en', body: 'Dear Ms Saleh,' })

  test('that the site’s profile asks for is sent without an exception', async () => {
    const { id } = (await write('statutory-response')).body
    expect((await takeStep('officer', `letters/${id}`, 'submit')).body).toMatchObject({ status: 'approved' })
    const sent = await takeStep('officer', `letters/${id}`, 'send', { sentHow: 'registered post' })
    expect(sent.body).toMatchObject({ status: 'sent', sentBy: world().userIds.officer })
    expect((await under(caseId, 'letters')).map(({ id }) => id)).toContain(id)
  })

  test('that is an exception waits for the director, and keeps its text', async () => {
    const { id, version } = (await write('written-statement')).body
    expect((await takeStep('officer', `letters/${id}`, 'submit')).body).toMatchObject({ status: 'pending-approval' })
    const changed = await as('officer')(`PATCH /api/letters/${id}`, { body: 'Another text', version: version + 1 })
    expect(changed.body).toMatchObject({ rule: 'LETTER_FIXED' })
    expect((await takeStep('unit-manager', `letters/${id}`, 'approve')).status).toBe(403)
    expect((await takeStep('director', `letters/${id}`, 'approve')).body).toMatchObject({ status: 'approved' })
  })
})
