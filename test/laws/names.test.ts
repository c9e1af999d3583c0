import { describe, expect, test } from 'vitest'
import { matchedSentences, participleTypes, repeatedTypes } from './names.ts'
import { codeFolders, sourceOf, sources } from './sources.ts'

const all = sources(...codeFolders)
const product = all.filter(({ path }) => !path.startsWith('test/'))

describe('types', () => {
  test('a name is declared once in the whole project', () => {
    expect(repeatedTypes(all)).toEqual([])
  })
  test('a name is a noun', () => {
    expect(participleTypes(all)).toEqual([])
  })
  test('the law finds broken samples', () => {
    const twice = [sourceOf('shared/a.ts', 'export interface Row {}\n'), sourceOf('admin/b.ts', 'type Row = string\n')]
    expect(repeatedTypes(twice)).toEqual(['Row is declared in shared/a.ts, admin/b.ts.'])
    expect(participleTypes([sourceOf('shared/a.ts', 'export type Asked = string\n')])).toHaveLength(1)
  })
})

describe('sentences', () => {
  test('no code reads a sentence to know what happened', () => {
    expect(matchedSentences(product)).toEqual([])
  })
  test.each([
    "if (error.message === 'is required') return true",
    "return message.startsWith('Row ')",
    'const [, row] = /^Row (\\d+)/.exec(message) ?? []',
    "const parts = message.split('; ')",
  ])('the law finds a broken sample: %s', (line) => {
    expect(matchedSentences([sourceOf('admin/a.ts', line)])).toHaveLength(1)
  })
})
