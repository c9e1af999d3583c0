import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { script } from '#functions/surveys/page/script.ts'
import { newToken } from '#functions/surveys/tokens.ts'
import { Response } from '#shared/entities/response.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { linked, open, published, questionnaire, send, stored } from './scene.ts'
import { expire } from './time.ts'

const world = useTable()
let surveyId = ''
beforeAll(async () => {
  surveyId = await published()
})
const link = (encounter = {}) => linked(world().siteId, surveyId, encounter)
const responses = async () =>
  (await listPage(Response, { conditions: [], offset: 0, limit: 1 }, { actor: product })).total
const good = { submissionId: 'one', lang: 'en', 'q.overall': '9' }

describe('the page behind a link', () => {
  test('asks in the language of the patient and never names them', async () => {
    const { token } = await link()
    const page = await open(token)
    expect(page.status).toBe(200)
    expect(page.text).toContain('<html lang="ar" dir="rtl">')
    expect(page.text).toContain('مستشفى النخيل')
    expect(page.text).not.toContain('Mariam')
    expect((await open(token, '?lang=en')).text).toContain('<html lang="en" dir="ltr">')
    expect((await open(token, '?lang=xx')).text).toContain('<html lang="ar" dir="rtl">')
  })

  test('stays valid when scanners open it', async () => {
    const { token, id } = await link()
    const before = await stored(id)
    for (const verb of ['GET', 'HEAD', 'GET']) expect((await as('nobody')(`${verb} /s/${token}`)).status).toBe(200)
    expect(await stored(id)).toEqual(before)
    expect((await as('nobody')(`HEAD /s/${token}`)).text).toBe('')
    expect((await send(token, good)).status).toBe(200)
  })

  test('loads nothing, is neither cached nor indexed, and runs its own script only', async () => {
    const { token } = await link()
    const { headers, text } = await open(token)
    const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style)
    const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const policy = headers['content-security-policy']
    expect(policy).toContain(`style-src ${styles.map(digest).join(' ')};`)
    expect(policy).toContain(`script-src ${digest(script)}`)
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part)
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    })
    expect(text).not.toMatch(/src=|url\(|@import|<link|style="/)
  })

  test('weighs at most 14 KiB compressed, its script at most 4 KiB', async () => {
    const long = Array.from({ length: 12 }, (_, index) => ({
      ...questionnaire.questions[1],
      qid: `q${index}`,
      metricKey: `m${index}`,
      text: { en: `Question ${index}, asked at some length`, ar: `السؤال ${index} كما يطرح بشيء من التفصيل` },
    }))
    const large = await published({ questions: [...questionnaire.questions, ...long] })
    const { token } = await linked(world().siteId, large)
    for (const language of ['en', 'ar'])
      expect(gzipSync((await open(token, `?lang=${language}`)).text).length).toBeLessThanOrEqual(14 * 1024)
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(4 * 1024)
  })
})

describe('answers', () => {
  test('are accepted once; the same submission gets the same thanks, another one gets a notice', async () => {
    const { token, id } = await link()
    const before = await responses()
    const first = await send(token, { ...good, 'q.good': ['doctor', 'nurse'], comment: 'Kind people.' })
    expect(first.status).toBe(200)
    expect((await send(token, good)).text).toBe(first.text)
    expect((await send(token, { ...good, submissionId: 'two' })).status).toBe(409)
    expect((await open(token)).status).toBe(409)
    expect(await responses()).toBe(before + 1)
    const invitation = await stored(id)
    expect(invitation).toMatchObject({ status: 'answered', responseId: id.replace('invitation', 'response') })
    expect(await stored(String(invitation.responseId))).toMatchObject({
      answers: { overall: '9', good: ['doctor', 'nurse'] },
      comment: 'Kind people.',
      language: 'en',
      mode: 'web',
      department: 'Dermatology',
      patientName: 'Mariam Saleh',
      lowScores: [],
    })
  })

  test('sent twice at the same time are one response', async () => {
    const { token } = await link()
    const before = await responses()
    const sent = await Promise.all(['a', 'b', 'a', 'b'].map((submissionId) => send(token, { ...good, submissionId })))
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
    expect(await responses()).toBe(before + 1)
  })

  test('that are invalid are shown beside their questions with the chosen values', async () => {
    const { token } = await link()
    const wrong = { lang: 'en', 'q.wait': '4', 'q.again': 'no', comment: 'A <b>bold</b> word', submissionId: 'mine' }
    const page = await send(token, wrong)
    expect(page.status).toBe(422)
    expect(page.text).toContain('<title>Error: How was your visit?</title>')
    expect(page.text).toContain('href="#q0o0"')
    expect(page.text).toContain('href="#q3o0"')
    expect(page.text).toMatch(/id="q1o3" name="q.wait" value="4" checked/)
    expect(page.text).toContain('A &lt;b&gt;bold&lt;/b&gt; word')
    expect(page.text).toContain('name="submissionId" value="mine"')
    expect((await send(token, { ...wrong, 'q.overall': '9', 'q.why': 'The parking' })).status).toBe(200)
  })

  test.each([
    ['an unknown code', { 'q.overall': '11' }],
    ['an unknown question', { 'q.overall': '9', 'q.other': '1' }],
    ['a name of a prototype', { 'q.overall': '9', 'q.__proto__': '1' }],
    ['two answers to a question with one', { 'q.overall': ['9', '8'] }],
    ['a field that the form has not', { 'q.overall': '9', status: 'answered' }],
    ['a comment beyond all bounds', { 'q.overall': '9', comment: 'x'.repeat(4001) }],
  ])('with %s are refused and nothing is written', async (_what, fields) => {
    const { token, id } = await link()
    expect((await send(token, { lang: 'en', submissionId: 's', ...fields })).status).toBe(422)
    expect(await stored(id)).toMatchObject({ status: 'sent', version: 1 })
  })

  test('to a question that was not shown are left out', async () => {
    const { token, id } = await link()
    await send(token, { ...good, 'q.again': 'yes', 'q.why': 'never mind' })
    const { responseId } = await stored(id)
    expect((await stored(String(responseId))).answers).toEqual({ overall: '9', again: 'yes' })
  })

  test('to an anonymous survey identify nobody', async () => {
    const anonymous = await published({ anonymity: 'anonymous' })
    const { token, id } = await linked(world().siteId, anonymous)
    expect((await send(token, { ...good, 'q.overall': '0' })).status).toBe(200)
    expect((await send(token, { ...good, 'q.overall': '0' })).status).toBe(200)
    expect((await stored(id)).responseId).toBeUndefined()
    const list = await as('officer')('GET /api/responses', undefined, { query: { filter: { surveyId: anonymous } } })
    expect(list.body).toHaveLength(1)
    expect(Object.keys(await stored(list.body[0].id))).not.toEqual(
      expect.arrayContaining(['patientId', 'patientName', 'invitationId']),
    )
    expect(list.body[0].patientName).toBeUndefined()
  })
})

describe('an invalid link', () => {
  test('looks the same revoked and unknown', async () => {
    const { token, id } = await link()
    await as('officer')(`POST /api/invitations/${id}/actions/cancel`, { reason: 'Sent by mistake' })
    const [revoked, unknown] = [await open(token), await open('A'.repeat(22))]
    expect(revoked.status).toBe(404)
    expect(revoked.text).toBe(unknown.text)
    expect(revoked.headers).toEqual(unknown.headers)
    expect(revoked.text).not.toContain('Palm Hospital')
    expect((await send(token, good)).text).toBe((await send('short', good)).text)
  })

  test('shows that its time is over', async () => {
    const brief = await published({ linkDays: 1, quarantineDays: 0 })
    const { token, id } = await linked(world().siteId, brief)
    await expire(id)
    expect((await open(token)).status).toBe(410)
    expect((await send(token, good)).status).toBe(410)
    expect(await stored(id)).toMatchObject({ status: 'sent' })
  })

  test('is the result of every guess', async () => {
    await link()
    const guesses = process.env.REDRESS_FULL ? 20_000 : 200
    const seen = new Set<string>()
    for (let index = 0; index < guesses; index++) seen.add((await open(newToken())).text)
    expect(seen.size).toBe(1)
    expect([...seen][0]).toContain('This link does not work')
  })

  test('opens no other survey', async () => {
    const [a, b] = [await link(), await link()]
    await send(a.token, good)
    expect((await stored(b.id)).status).toBe('sent')
    expect((await open(b.token)).status).toBe(200)
  })
})
