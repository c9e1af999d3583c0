import { expect, test } from 'vitest'
import { packageOf, type Source, sources } from '#test/laws/sources.ts'

const all = sources('shared', 'functions', 'admin', 'infra', 'test')
const product = all.filter(({ path }) => !path.startsWith('test/'))

/** Every import that a rule forbids, as a sentence each. */
const broken = (files: readonly Source[], why: string, isForbidden: (module: string, path: string) => boolean) =>
  files.flatMap(({ path, imports }) =>
    imports.filter((module) => isForbidden(module, path)).map((module) => `${path} imports ${module}: ${why}`),
  )
const below = (folder: string) => all.filter(({ path }) => path.startsWith(`${folder}/`))
const isIn = (module: string, ...folders: string[]) => folders.some((folder) => module.startsWith(`${folder}/`))

test('the law reads every source', () => {
  for (const folder of ['shared', 'functions', 'admin', 'infra', 'test'])
    expect(below(folder).length).toBeGreaterThan(5)
  expect(all.find(({ path }) => path === 'functions/kit/crud.ts')?.imports).toContain('shared/page.ts')
})

test('shared imports only zod and itself', () => {
  const forbidden = (module: string) => !isIn(module, 'shared') && module !== 'zod'
  expect(broken(below('shared'), 'shared is pure; it knows zod and nothing else.', forbidden)).toEqual([])
})

test('functions know neither the ground nor the panel', () => {
  const forbidden = (module: string) => isIn(module, 'infra', 'admin', 'test')
  expect(broken(below('functions'), 'a function imports shared and functions only.', forbidden)).toEqual([])
})

test('a context never imports another, and the kit imports none', () => {
  const contextOf = (path: string) => path.split('/')[1]
  const forbidden = (module: string, path: string) =>
    isIn(module, 'functions') && contextOf(module) !== 'kit' && contextOf(module) !== contextOf(path)
  const why = 'contexts share what is in shared and in the kit, never each other’s files.'
  expect(broken(below('functions'), why, forbidden)).toEqual([])
})

test('the panel knows neither the functions nor the ground', () => {
  const forbidden = (module: string) => isIn(module, 'functions', 'infra', 'test') || module.startsWith('node:')
  const panel = below('admin').filter(({ path }) => /\.tsx?$/.test(path) && path !== 'admin/vite.config.ts')
  expect(broken(panel, 'the panel speaks to the API and imports shared and admin only.', forbidden)).toEqual([])
})

test('the cloud names functions by path only; the ground never knows the panel or the tests', () => {
  const why = 'stacks name a function by its path, so that synthesis loads no behaviour.'
  expect(broken(below('infra/aws'), why, (module) => isIn(module, 'functions', 'infra/local'))).toEqual([])
  const ground = broken(below('infra'), 'the ground serves the built panel.', (module) => isIn(module, 'admin', 'test'))
  expect(ground).toEqual([])
})

test('packages with one door are used at that door', () => {
  const doors: [name: string, isPackage: (name: string) => boolean, isDoor: (path: string) => boolean][] = [
    ['the database SDK', (name) => /^@aws-sdk\/.*dynamodb/.test(name), (path) => isIn(path, 'functions/kit/store')],
    ['middy', (name) => name.startsWith('@middy/'), (path) => path === 'functions/kit/lambda.ts'],
    ['the AWS SDK', (name) => name.startsWith('@aws-sdk/'), (path) => isIn(path, 'functions/kit', 'infra')],
    ['the CDK', (name) => /^(aws-cdk-lib|constructs|cdk-nag)$/.test(name), (path) => isIn(path, 'infra/aws')],
    ['React', (name) => /^react/.test(name), (path) => isIn(path, 'admin')],
    ['zod', (name) => name === 'zod', (path) => isIn(path, 'shared', 'functions')],
  ]
  const misused = doors.flatMap(([name, isPackage, isDoor]) =>
    broken(product, `${name} has one door, and this is not it.`, (module, path) => {
      const from = packageOf(module)
      return from !== undefined && isPackage(from) && !isDoor(path)
    }),
  )
  expect(misused).toEqual([])
})

test('zod comes in as a namespace', () => {
  const named = all.filter(({ text }) => /import\s+(type\s+)?(?!\*|type \*)[^'"\n]*from 'zod/.test(text))
  expect(
    named.map(({ path }) => `${path} must import * as z from 'zod': a named import bundles five times as much.`),
  ).toEqual([])
})

test('no module climbs further than to its own folder’s neighbour', () => {
  const climbing = all.filter(
    ({ path, text }) => path !== 'test/support/call.ts' && /from '\.\.\/\.\.\/\.\./.test(text),
  )
  expect(climbing.map(({ path }) => `${path} climbs with ../../..; use #shared and the like.`)).toEqual([])
})

test('nothing is called by a word that says nothing', () => {
  const empty = /(^|\/)[^/]*(utils?|helpers?|common|misc|managers?)[^/]*(\/|$)/i
  expect(
    all.filter(({ path }) => empty.test(path)).map(({ path }) => `${path} says nothing of what it holds.`),
  ).toEqual([])
})

test('a file above 250 lines says in its first comment why', () => {
  const long = all.filter(({ text }) => text.split('\n').length > 251)
  const unexplained = long.filter(({ text }) => !/^(\/\/|\/\*).*because/s.test(text.split('\n\n')[0] ?? ''))
  expect(unexplained.map(({ path }) => `${path} is above 250 lines and its first comment does not say why.`)).toEqual(
    [],
  )
})

test('nothing is left for later, skipped or waved through', () => {
  const waved = /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)|\b(test|it|describe)\.(skip|only|todo)\(/
  const files = all.filter(({ path, text }) => path !== 'test/laws/imports.test.ts' && waved.test(text))
  expect(files.map(({ path, text }) => `${path} holds ${waved.exec(text)?.[0]}.`)).toEqual([])
})
