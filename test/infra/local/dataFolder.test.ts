import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFolder } from '#infra/local/process/dataFolder.ts'
import { optionsFrom } from '#infra/local/process/options.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder with the files of somebody else is refused before anything in it is touched', () => {
  writeFileSync(join(folder, 'letters.txt'), 'Dear Huda')
  expect(() => openFolder(folder)).toThrow('holds files that are not of Redress')
  expect(readdirSync(folder)).toEqual(['letters.txt'])
})

test('an empty folder is taken, one that is not there is made, and one of ours is taken again', () => {
  openFolder(folder)
  openFolder(join(folder, 'inner'))
  expect(readdirSync(folder)).toEqual(['inner'])
  writeFileSync(join(folder, 'secrets.json'), '{}')
  openFolder(folder)
})

test('an empty variable is as good as none', () => {
  const { folder: own, port } = optionsFrom({}, { REDRESS_DATA: '', PORT: '' })
  expect([own.endsWith('/.redress'), port]).toEqual([true, 4000])
  expect(optionsFrom({}, { PORT: '0' }).port).toBe(0)
})
