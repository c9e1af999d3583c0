import { beforeEach, expect, test } from 'vitest'
import { dayFrom } from '#test/functions/settlements/scene.ts'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

let count = 0
let code = ''
beforeEach(() => {
  code = `rule-${++count}`
})

const rules = (person: Person, method: string, path = '', body?: object) =>
  as(person)(`${method} /api/offer-rules${path}`, body)
const step = (id: string, name: string, body: object = {}) => rules('director', 'POST', `/${id}/actions/${name}`, body)

/** A draft of the rule of this test; the whole answer. */
const draft = (values: object = {}, person: Person = 'director') =>
  rules(person, 'POST', '', {
    ...{ siteId: world().siteId, code, name: 'A rule', remedy: 'discount' },
    ...{ limits: [{ role: 'officer', maxMinor: 100 }], wording: { en: 'Words' } },
    ...values,
  })

/** The next version, copied from a version; its id. */
async function nextOf(id: string): Promise<string> {
  await step(id, 'copy', { newName: 'The next one' })
  const { body } = await rules('director', 'GET', `?filter=${encodeURIComponent(JSON.stringify({ code }))}`)
  return body.toSorted((a: { ruleVersion: number }, b: { ruleVersion: number }) => b.ruleVersion - a.ruleVersion)[0].id
}

const endOf = async (id: string) => (await rules('director', 'GET', `/${id}`)).body.validTo

test('versions follow one another, and one to come can be taken back', async () => {
  const first = (await draft()).body.id
  await step(first, 'publish')
  const second = await nextOf(first)
  expect((await step(second, 'publish', { validFrom: dayFrom(20) })).body).toMatchObject({ ruleVersion: 2 })
  expect(await endOf(first)).toBe(dayFrom(19))
  const between = await nextOf(first)
  expect((await step(between, 'publish', { validFrom: dayFrom(10) })).body).toMatchObject({ ruleVersion: 3 })
  expect([await endOf(first), await endOf(between)]).toEqual([dayFrom(9), dayFrom(19)])
  expect((await step(between, 'withdraw')).body.status).toBe('withdrawn')
  expect(await endOf(first)).toBe(dayFrom(19))
  await step(second, 'withdraw')
  expect(await endOf(first)).toBeUndefined()
  expect((await step(first, 'withdraw')).body.rule).toBe('RULE_IN_FORCE')
})

test('a published version is neither edited nor deleted; a draft is', async () => {
  const { id } = (await draft()).body
  expect((await rules('director', 'PATCH', `/${id}`, { name: 'Another', version: 1 })).status).toBe(200)
  await step(id, 'publish', { validFrom: dayFrom(5) })
  expect((await rules('director', 'PATCH', `/${id}`, { name: 'Late', version: 3 })).body.rule).toBe('RULE_FIXED')
  expect((await rules('admin', 'DELETE', `/${id}`)).body.rule).toBe('RULE_KEPT')
  expect((await rules('director', 'DELETE', `/${await nextOf(id)}`)).status).toBe(200)
})

test.each([
  [{}, { validFrom: dayFrom(-2) }, 'RULE_PAST'],
  [{ wording: { ar: 'كلام' } }, {}, 'RULE_WORDING'],
])('a draft with %o that is published with %o: %s', async (values, body, rule) => {
  expect((await step((await draft(values)).body.id, 'publish', body)).body.rule).toBe(rule)
})

test('the versions of a rule are for one remedy, and two never begin on one day', async () => {
  const first = (await draft()).body.id
  await step(first, 'publish', { validFrom: dayFrom(3) })
  const second = await nextOf(first)
  expect((await step(second, 'publish', { validFrom: dayFrom(3) })).body.rule).toBe('RULE_DAY')
  await rules('director', 'PATCH', `/${second}`, { remedy: 'gift', version: 1 })
  expect((await step(second, 'publish', { validFrom: dayFrom(4) })).body.rule).toBe('RULE_REMEDY')
})

test.each([
  [{ remedy: 'compensation' }, 'RULE_OWN_FAULT'],
  [{ remedy: 'apology-organisation', faultClasses: ['own-fault', 'communication'] }, 'RULE_OWN_FAULT'],
  [{ limits: [{ role: 'officer', maxMinor: -1 }] }, 'RULE_BELOW_NOTHING'],
])('no rule says %o: %s', async (values, rule) => {
  expect((await draft(values)).body.rule).toBe(rule)
})

test('directors and administrators set the rules', async () => {
  expect((await draft({}, 'admin')).status).toBe(201)
  expect((await draft({}, 'unit-manager')).status).toBe(403)
})
