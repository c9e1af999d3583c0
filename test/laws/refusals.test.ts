import { expect, test } from 'vitest'
import { ar } from '#shared/text/ar.ts'
import { sources } from './sources.ts'

/** Ids of rules as they are given to a refusal: the first text of a call, or a property of their own. */
const raised = /(?:\b(?:conflict|forbidden|notNow|refuse|notYours)\(\s*|\brule: )'([A-Z][A-Z_]{3,})'/g

test('every rule that refuses has its sentence in the panel’s other language; the API itself speaks English', () => {
  const ids = sources('shared', 'functions').flatMap(({ text }) => [...text.matchAll(raised)].map(([, id]) => id ?? ''))
  expect(new Set(ids).size).toBeGreaterThan(40)
  const sentences = Object.keys(ar.rules)
  expect([...new Set(ids)].filter((id) => !sentences.includes(id))).toEqual([])
})
