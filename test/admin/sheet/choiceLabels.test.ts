import { describe, expect, test } from 'vitest'
import { wordsOf } from '#admin/language/words.ts'
import { copyText } from '#admin/sheet/edit/copy.ts'
import { parseCell } from '#admin/sheet/edit/parse.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'
import { ar } from '#shared/text/ar/index.ts'
import { en } from '#shared/text/en/index.ts'

const wordsIn = (messages: object, locale: string) => ({
  ...wordsOf((key, options) => {
    const text = key
      .split('.')
      .reduce<unknown>((words, part) => (words as Record<string, unknown> | undefined)?.[part], messages)
    return typeof text === 'string' ? text : String(options?._ ?? key)
  }),
  locale,
})
const columns = entities.flatMap((entity) =>
  entity.columns.flatMap((name) => {
    const field = fieldOf(entity, name)
    return field && (field.choices || field.kind === 'boolean') ? [{ resource: entity.resource, name, field }] : []
  }),
)

describe.each([
  ['en', en],
  ['ar', ar],
] as const)('in %s', (locale, messages) => {
  test.each(columns)(
    'each choice of $resource.$name is copied by its label and read back',
    ({ resource, name, field }) => {
      const context = { resource, words: wordsIn(messages, locale), locale, zone: 'UTC', currency: 'SAR' }
      for (const value of field.choices ?? [true, false]) {
        const stored = field.kind === 'choices' ? [value] : value
        const copied = copyText({ name, field }, stored, context)
        expect(parseCell({ name, field }, copied, context), copied).toEqual({ value: stored })
      }
    },
  )
})
