import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { presignedGet } from '#functions/platform/aws/files.ts'
import { sendMail, sendText } from '#functions/platform/aws/messages.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { asHeader, asLine } from '#shared/values/line.ts'
import { postOffice } from '#test/functions/surveys/scene.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const post = postOffice()
const patient = (values: object) => ({ ...Patient.example, siteId: world().siteId, ...values })
const create = (values: object) => as('officer')('POST /api/patients', patient(values))

describe('a value that looks like one that is taken', () => {
  const disguises = ['\u200b', '\u00ad', '\u200f', '\u202e', '\ufeff', '\u2066', '\u200d'].map((mark) => `LA-${mark}77`)
  const digits = ['LA-٧٧', 'LA-۷۷', 'LA-७७', 'ＬＡ-７７', 'la-77', ' LA-77 ', 'LA\u201177']

  test.each([...disguises, ...digits])('is taken: %j', async (memberNumber) => {
    await create({ memberNumber: 'LA-77' })
    const { status, body } = await create({ memberNumber })
    expect([status, body.issues?.memberNumber?.rule]).toEqual([422, 'TAKEN'])
  })

  test('is taken in an import too, and found by a search in any digits', async () => {
    const { id } = await seed(Patient, patient({ memberNumber: 'LB-55' }))
    const file = `memberNumber,name,siteId\nLB-\u200b٥٥,Mariam Saleh,${world().siteId}\n`
    const started = await as('officer')('POST /api/patients/import', { file, mode: 'insert' })
    await runJob(started.body.job, Date.now() + 30_000)
    const job = (await as('everyone')(`GET /api/jobs/${started.body.job}`)).body
    expect(job.errors?.[0]?.issues?.memberNumber?.rule).toBe('TAKEN')
    for (const q of ['LB-55', 'LB-٥٥', 'lb５５', 'LB-۵۵']) {
      const { body } = await as('officer')('GET /api/patients', undefined, { query: { filter: { q } } })
      expect([q, body.map((row: Patient) => row.id)]).toEqual([q, [id]])
    }
  })

  test('is kept without what nobody sees', async () => {
    const { body } = await create({
      memberNumber: '\u202eLC-\u200b9\u00ad1\u2069',
      name: '\u202eMariam\u200f\r\nSaleh',
    })
    expect([body.memberNumber, body.name]).toEqual(['LC-91', 'Mariam Saleh'])
  })
})

const injected = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\u000b', '%0d%0a', '\0'),
  )
  .map(([text, end]) => `Palm${end}Bcc: everybody@example.test${end}${text}`)

describe('a break in a text that becomes a header', () => {
  test('is a space in a single line, by whatever door', async () => {
    const site = await as('admin')('POST /api/sites', {
      ...Site.example,
      code: 'CRLF',
      name: 'Palm\r\nBcc: everybody@example.test',
    })
    expect(site.body.name).toBe('Palm Bcc: everybody@example.test')
    const rows = [{ id: site.body.id, version: 1, changes: { name: 'Palm\n\tHospital' } }]
    expect((await as('admin')('POST /api/sites/rows', rows)).body[0]?.record?.name).toBe('Palm Hospital')
    const long = await as('officer')(
      'POST /api/patients',
      patient({ memberNumber: 'LD-1', notes: 'First line.\r\nSecond line.' }),
    )
    expect(long.body.notes).toBe('First line.\r\nSecond line.')
  })

  test('never leaves the room of messages', async () => {
    await fc.assert(
      fc.asyncProperty(injected, async (text) => {
        await sendMail({ to: `a@example.test${text}`, subject: text, text })
        const mail = post.mails.at(-1)
        expect(`${mail?.to}${mail?.subject}`).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(mail?.text).toBe(text)
        process.env.STAGE = 'home'
        expect(await sendText({ to: `+966500000000${text}`, text })).toEqual({ status: 'captured' })
        expect(post.mails.at(-1)?.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
      { numRuns: 40 },
    )
  })

  test('never leaves the name of a file as it is', async () => {
    await fc.assert(
      fc.asyncProperty(injected, async (text) => {
        const disposition = new URL(await presignedGet('files/a', text.toWellFormed())).searchParams.get(
          'response-content-disposition',
        )
        expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w.~%!'()*-]*$/)
      }),
      { numRuns: 40 },
    )
  })

  test('is gone from every line, and a line stays as it is', () => {
    fc.assert(
      fc.property(injected, (text) => {
        expect(asLine(asLine(text))).toBe(asLine(text))
        expect(asLine(text)).not.toMatch(/[\r\n\u2028\u2029\u0085]/)
        expect(asHeader(text)).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
