import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { destroyKeyStep } from '#functions/platform/store/persons/personKeys.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { useTable } from '#test/support/table.ts'
import {
  changed,
  findingsOf,
  historyOf,
  historyText,
  newPerson,
  newRecord,
  onKeys,
  personalNames,
  personalResources,
  write,
} from './scene.ts'

useTable({ people: false })
const isFull = process.env.REDRESS_FULL === '1'

/** Words that occur nowhere else, short and long, in two scripts. */
const canary = fc.constantFrom('Mariam', 'مريم صالح', 'I was told that it was covered. '.repeat(20)).map((words) => {
  return `${words} ${randomUUID()}`
})

/** One write of a record: values of its personal fields, of one that tells of nobody, why, and whom it is about. */
const writing = fc.record({
  values: fc.array(fc.option(canary, { nil: null }), { minLength: 1, maxLength: 20 }),
  open: fc.nat(),
  reason: fc.option(canary, { nil: undefined }),
  isOfOther: fc.boolean(),
})

type PersonalWrite = typeof writing extends fc.Arbitrary<infer W> ? W : never

/** What history should say after some writes: values after each, by name. */
interface RecordLife {
  readonly id: string
  readonly expected: readonly { readonly after: RecordValues; readonly reason?: string; readonly subjectId: string }[]
}

const valuesOf = (entity: Entity, { values, open }: PersonalWrite): RecordValues => ({
  ...Object.fromEntries(personalNames(entity).map((name, index) => [name, values[index % values.length] ?? null])),
  level: open,
})

async function live(
  entity: Entity,
  writings: readonly PersonalWrite[],
  people: readonly [string, string],
): Promise<RecordLife> {
  const expected: RecordLife['expected'][number][] = []
  let stored: StoredRecord | undefined
  for (const each of writings) {
    const isMovable = entity.subject !== 'id'
    const subjectId = isMovable && each.isOfOther ? people[1] : people[0]
    const subject = isMovable ? { [entity.subject ?? '']: subjectId } : {}
    const values = { ...valuesOf(entity, each), ...subject }
    stored = await write(stored ? changed(entity, stored, values, each.reason) : newRecord(entity, subjectId, values))
    const reason = expected.length > 0 && each.reason !== undefined ? { reason: each.reason } : {}
    expected.push({ after: values, ...reason, subjectId: isMovable ? subjectId : stored.record.id })
  }
  return { id: stored?.record.id ?? '', expected }
}

const wordsIn = (lives: RecordLife) => JSON.stringify(lives).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []

/** The values before and after that each entry should show, of those that differ. */
function expectedChanges({ expected }: RecordLife) {
  let before: RecordValues = {}
  return expected.map(({ after, reason }, index) => {
    const names = Object.keys(after).filter((name) => (before[name] ?? null) !== (after[name] ?? null))
    const pick = (values: RecordValues) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
    const shown = { before: index === 0 ? {} : pick(before), after: pick(after), ...(reason && { reason }) }
    before = after
    return shown
  })
}

test('history says what was written, and none of its items holds a word of it', { timeout: 300_000 }, async () => {
  const scenario = fc.tuple(fc.constantFrom(...personalResources), fc.array(writing, { minLength: 1, maxLength: 5 }))
  const words: string[] = []
  await fc.assert(
    fc.asyncProperty(scenario, async ([resource, writings]) => {
      const entity = entityOf(resource)
      const lived = await live(entity, writings, [newPerson(), newPerson()])
      words.push(...wordsIn(lived))
      const shown = await historyOf(lived.id)
      expect(shown).toMatchObject(expectedChanges(lived).filter(({ after }) => Object.keys(after).length > 0))
      expect(shown.some(({ erased }) => erased)).toBe(false)
      expect(await findingsOf(lived.id)).toEqual([])
    }),
    { numRuns: isFull ? 300 : 25 },
  )
  const everything = await historyText()
  expect(words.length).toBeGreaterThan(50)
  expect(words.filter((word) => everything.includes(word))).toEqual([])
})

test('without the key of a person nothing of theirs can be read, all else can, and every chain still holds', {
  timeout: 300_000,
}, async () => {
  const movable = personalResources.filter((resource) => entityOf(resource).subject !== 'id')
  const scenario = fc.tuple(fc.constantFrom(...movable), fc.array(writing, { minLength: 2, maxLength: 5 }))
  await fc.assert(
    fc.asyncProperty(scenario, async ([resource, writings]) => {
      const entity = entityOf(resource)
      const [person, other] = [newPerson(), newPerson()]
      const mixed = await live(entity, writings, [person, other])
      const untouched = await live(entity, writings, [other, other])
      const before = await historyOf(untouched.id)
      await onKeys(destroyKeyStep(person, new Date().toISOString()))
      const shown = JSON.stringify(await historyOf(mixed.id))
      for (const { subjectId, ...said } of mixed.expected)
        for (const word of wordsIn({ id: '', expected: [{ ...said, subjectId }] }))
          expect(shown.includes(word)).toBe(subjectId === other)
      expect(await historyOf(untouched.id)).toEqual(before)
      expect(await findingsOf(mixed.id)).toEqual([])
    }),
    { numRuns: isFull ? 100 : 12 },
  )
})
