import { describe, expect, test } from 'vitest'
import { circles, crowdedFolders, folderLimit, forbiddenImports } from './imports.ts'
import { codeFolders, sourceOf, sources } from './sources.ts'

const all = sources(...codeFolders)

test('the laws read every source', () => {
  for (const folder of codeFolders)
    expect(all.filter(({ path }) => path.startsWith(`${folder}/`)).length).toBeGreaterThan(5)
  expect(all.find(({ path }) => path === 'functions/platform/routes/crud.ts')?.imports).toContain(
    'shared/api/listQuery.ts',
  )
})

describe('imports between rooms', () => {
  test('the rooms import in the order lambdas → nouns → platform → shared; panel, infrastructure and demo have their own rules', () => {
    expect(forbiddenImports(all)).toEqual([])
  })

  test.each([
    ['shared/values/a.ts', '#functions/platform/aws/env.ts', 'shared knows zod'],
    ['shared/values/a.ts', 'node:fs', 'run in a browser'],
    ['functions/platform/store/a.ts', '#functions/platform/records/save.ts', 'store comes before records'],
    ['functions/platform/store/a.ts', '#functions/platform/projection/ask.ts', 'store comes before projection'],
    ['functions/platform/projection/a.ts', '#functions/platform/http/context.ts', 'projection comes before http'],
    ['functions/platform/lists/a.ts', '#functions/platform/store/read.ts', 'only its seven rooms'],
    ['functions/cases/a.ts', '@photostructure/sqlite', 'in one place'],
    ['functions/platform/records/a.ts', '#functions/cases/deadlines.ts', 'knows no noun'],
    ['functions/cases/a.ts', '#functions/surveys/deliver.ts', 'only through its operations.ts'],
    ['functions/cases/a.ts', '#functions/lambdas/cases.ts', 'nothing calls an entry point'],
    ['functions/cases/a.ts', '@middy/core', 'in one place'],
    ['functions/cases/a.ts', '@aws-sdk/client-dynamodb', 'in one place'],
    ['admin/cases/a.tsx', '#functions/cases/deadlines.ts', 'speaks to the API'],
    ['infra/aws/a.ts', '#functions/lambdas/cases.ts', 'by its path'],
    ['infra/local/a.ts', '#functions/cases/deadlines.ts', 'starts entry points'],
    ['demo/a.ts', '#infra/local/process/options.ts', 'content on top'],
  ])('%s may not import %s', (path, module, why) => {
    expect(forbiddenImports([sourceOf(path, `import { a } from '${module}'\n`)])).toEqual([
      expect.stringContaining(why),
    ])
  })
})

describe('circles of files', () => {
  test('no file imports itself through others', () => {
    expect(circles(all)).toEqual([])
  })
  test('the law finds a broken sample', () => {
    const sample = [
      sourceOf('demo/a.ts', "import { b } from './b.ts'\n"),
      sourceOf('demo/b.ts', "import type { A } from './a.ts'\n"),
    ]
    expect(circles(sample)).toEqual(['demo/a.ts → demo/b.ts → demo/a.ts'])
  })
})

describe('size of folders', () => {
  test(`no folder shows more than ${folderLimit} files`, () => {
    expect(crowdedFolders(all)).toEqual([])
  })
  test('the law finds a broken sample; the registry of entities is an exception', () => {
    const folder = (path: string) =>
      Array.from({ length: folderLimit + 1 }, (_, number) => sourceOf(`${path}/file${number}.ts`, ''))
    expect(crowdedFolders(folder('demo'))).toEqual([`demo shows ${folderLimit + 1} files.`])
    expect(crowdedFolders(folder('shared/entities'))).toEqual([])
  })
})

test('zod comes in as a namespace', () => {
  const named = all.filter(({ text }) => /import\s+(type\s+)?(?!\*|type \*)[^'"\n]*from 'zod/.test(text))
  expect(
    named.map(({ path }) => `${path} must import * as z from 'zod': a named import bundles five times as much.`),
  ).toEqual([])
})

test('imports name a room by #, and a file of the same room by ./', () => {
  const climbing = all.filter(({ text }) => /from '\.\.\/\.\.\/\.\./.test(text))
  expect(climbing.map(({ path }) => `${path} climbs with ../../..; use #shared and the like.`)).toEqual([])
})

test('no file or folder has an empty name such as utils', () => {
  const empty = /(^|\/)[^/]*(utils?|helpers?|common|misc|managers?)[^/]*(\/|$)/i
  expect(
    all.filter(({ path }) => empty.test(path)).map(({ path }) => `${path} says nothing of what it holds.`),
  ).toEqual([])
})

test('a file above 250 lines gives the reason in its first comment', () => {
  const long = all.filter(({ text }) => text.split('\n').length > 251)
  const unexplained = long.filter(({ text }) => !/^(\/\/|\/\*).*because/s.test(text.split('\n\n')[0] ?? ''))
  expect(unexplained.map(({ path }) => `${path} is above 250 lines and its first comment does not say why.`)).toEqual(
    [],
  )
})

// A type test expects errors: it fails to compile where one does not come.
const withoutTypeTests = (path: string, text: string): string =>
  /^test\/.*\.types\.ts$/.test(path) ? text.replaceAll('@ts-expect-error', '') : text

test('no source has a TODO, a skipped test or a suppressed error', () => {
  const waved =
    /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)|\b(test|it|describe|context)\.(skip|only|todo)\(/
  const files = all.filter(
    ({ path, text }) => path !== 'test/laws/imports.test.ts' && waved.test(withoutTypeTests(path, text)),
  )
  expect(files.map(({ path, text }) => `${path} holds ${waved.exec(text)?.[0]}.`)).toEqual([])
})
