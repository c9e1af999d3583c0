import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import { StartProblem } from '#infra/local/server/gateway.ts'

/** A kind of file of a data folder: which names it has, what it holds, and what its loss means. */
interface FileKind {
  readonly is: (name: string) => boolean
  readonly holds: string
}

const kinds: readonly FileKind[] = [
  { is: (name) => name === 'records.db', holds: 'every record and its history' },
  { is: (name) => name === 'secrets.json', holds: 'the secrets by which survey links and opened files stay valid' },
  { is: (name) => name === 'folder.json', holds: 'the list of the files that belong to the folder' },
  { is: (name) => name === join('identity', 'signing-key.json'), holds: 'the key that sessions are signed with' },
  { is: (name) => name.startsWith(join('identity', 'pools')), holds: 'the people who may sign in and their passwords' },
]

const holdsOf = (name: string): string => kinds.find(({ is }) => is(name))?.holds ?? 'data of Redress'

const remedy =
  'Put that one file back from a copy of the folder, or the whole copy in its place, and start again; or begin again without any records: npm start -- --fresh'

/** The refusal of a start over a file that is not as it was left. */
export const fileProblem = (folder: string, name: string, what: string): StartProblem =>
  new StartProblem(
    `The file ${join(folder, name)} ${what}. It holds ${holdsOf(name)}. Nothing in the folder was changed. ${remedy}`,
  )

/** Throws `StartProblem` when a file that the folder had is missing or empty, before anything is made in its place. */
export const checkFile = (folder: string, name: string): void => {
  const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size
  if (size === undefined) throw fileProblem(folder, name, 'is missing')
  if (size === 0) throw fileProblem(folder, name, 'is empty')
}

type Reviver = (name: string, value: unknown) => unknown

/** Reads a JSON file of the folder; throws `StartProblem` when it is not whole or not of the form. Undefined when there is none. */
export const readFolderFile = <Form extends z.ZodType>(
  folder: string,
  name: string,
  form: Form,
  reviver?: Reviver,
): z.infer<Form> | undefined => {
  const path = join(folder, name)
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8')
  if (text.trim() === '') throw fileProblem(folder, name, 'is empty')
  let value: unknown
  try {
    value = JSON.parse(text, reviver)
  } catch {
    throw fileProblem(folder, name, 'is damaged and cannot be read')
  }
  const read = form.safeParse(value)
  if (!read.success) throw fileProblem(folder, name, 'is damaged: values are missing or not of their form')
  return read.data
}
