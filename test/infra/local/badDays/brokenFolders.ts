import {
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One thing that goes wrong with a folder: what it is, how it is done, and what the start says. */
export type FolderFault = readonly [what: string, act: (folder: string) => void, says: string]

const key = join('identity', 'signing-key.json')

const poolFile = (folder: string) =>
  join(
    'identity',
    'pools',
    readdirSync(join(folder, 'identity', 'pools')).find((name) => name !== 'clients.json') ?? '',
  )

const overwrite = (path: string, at: number, bytes: Buffer) => {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
}

const edit = (path: string, change: (value: Record<string, Record<string, unknown>>) => void) => {
  const value = JSON.parse(readFileSync(path, 'utf8'))
  change(value)
  writeFileSync(path, JSON.stringify(value))
}

const lost =
  (name: string | ((folder: string) => string)) =>
  (folder: string): void =>
    rmSync(join(folder, typeof name === 'string' ? name : name(folder)))

const emptied =
  (name: string | ((folder: string) => string)) =>
  (folder: string): void =>
    truncateSync(join(folder, typeof name === 'string' ? name : name(folder)))

const cut =
  (name: string | ((folder: string) => string)) =>
  (folder: string): void => {
    const path = join(folder, typeof name === 'string' ? name : name(folder))
    truncateSync(path, Math.floor(statSync(path).size / 2))
  }

/** Changes bits of pages in the middle of the records. */
export const flipPages = (folder: string): void => {
  const path = join(folder, 'records.db')
  for (let at = 3 * 4096; at < statSync(path).size; at += 5 * 4096) overwrite(path, at, Buffer.alloc(64, 0xff))
}

/** Everything that can be wrong with the files of a folder, and the words of the sentence that the start says of it. */
export const folderFaults: readonly FolderFault[] = [
  ['records lost', lost('records.db'), 'records.db is missing. It holds every record and its history.'],
  ['records of no bytes', emptied('records.db'), 'records.db is empty. It holds every record and its history.'],
  ['records cut short', cut('records.db'), 'records.db is cut short'],
  [
    'records with another beginning',
    (folder) => overwrite(join(folder, 'records.db'), 0, Buffer.from('garbage garbage!')),
    'records.db is damaged: its beginning is not that of records',
  ],
  ['records with flipped bits', flipPages, 'records.db is damaged ('],
  ['secrets lost', lost('secrets.json'), 'secrets.json is missing. It holds the secrets by which survey links'],
  ['secrets of no bytes', emptied('secrets.json'), 'secrets.json is empty'],
  ['secrets cut short', cut('secrets.json'), 'secrets.json is damaged and cannot be read'],
  [
    'secrets without one of them',
    (folder) => edit(join(folder, 'secrets.json'), (secrets) => delete secrets.tokenPepper),
    'secrets.json is damaged: values are missing',
  ],
  ['signing key lost', lost(key), 'signing-key.json is missing. It holds the key that sessions are signed with.'],
  ['signing key of no bytes', emptied(key), 'signing-key.json is empty'],
  ['signing key cut short', cut(key), 'signing-key.json is damaged and cannot be read'],
  [
    'signing key of two halves',
    (folder) => edit(join(folder, key), ({ jwk = {} }) => Object.assign(jwk, { n: `A${String(jwk.n).slice(1)}` })),
    'signing-key.json is damaged: the key in it does not work',
  ],
  ['people lost', lost(poolFile), 'is missing. It holds the people who may sign in and their passwords.'],
  ['people of no bytes', emptied(poolFile), 'is empty. It holds the people who may sign in'],
  ['people cut short', cut(poolFile), 'is damaged and cannot be read. It holds the people who may sign in'],
  [
    'people of another form',
    (folder) =>
      edit(join(folder, poolFile(folder)), (pool) => Object.assign(pool, { Users: { omar: { Password: 1 } } })),
    'is damaged: values are missing or not of their form. It holds the people who may sign in',
  ],
  ['clients lost', lost(join('identity', 'pools', 'clients.json')), 'clients.json is missing'],
  ['note of no bytes', emptied('folder.json'), 'folder.json is empty. It holds the list of the files'],
  ['note lost', lost('folder.json'), 'folder.json is missing. It holds the list of the files'],
]

/** A copy of a folder, to break. */
export const copyOf = (folder: string): string => {
  const copy = mkdtempSync(join(tmpdir(), 'redress-broken-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** The bytes of every file that a start may not touch, by name; what SQLite puts beside a file that it reads is none. */
export const bytesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile() && !/-(shm|wal)$|functions\.log|^projection/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  )
