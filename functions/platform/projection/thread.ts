import { parentPort, workerData } from 'node:worker_threads'
import { filePath } from './file/projectionFile.ts'
import { SqlFile } from './file/sqlite.ts'
import { openLocalProjection } from './localProjection.ts'
import { maintain } from './maintain.ts'
import { readerOf } from './reader.ts'
import { ThreadEndError, type ThreadReply, type ThreadRequest } from './threadMessages.ts'

type ThreadMethod = (...values: never[]) => unknown

let file: SqlFile | undefined

function attached(): SqlFile {
  file ??= new SqlFile(filePath(), { isReader: true })
  return file
}

// A file that was made anew has another one in its place.
function attach(): void {
  file?.close()
  file = undefined
}

async function follower() {
  const local = await openLocalProjection()
  return { ...local, maintain: () => local.maintain(maintain) }
}

const { rows, ...methods } = workerData === 'follower' ? await follower() : { ...readerOf(attached), attach }

const cursors = new Map<number, AsyncGenerator<unknown>>()

/** The rows of one question, page by page: the thread keeps where the caller is. */
const cursorMethods: Readonly<Record<string, ThreadMethod>> = {
  openRows(...values: Parameters<typeof rows>) {
    const cursor = cursors.size === 0 ? 1 : Math.max(...cursors.keys()) + 1
    cursors.set(cursor, rows(...values))
    return cursor
  },
  async nextRows(cursor: number) {
    const rows = cursors.get(cursor)
    // The thread that kept it has ended, and this one took its place.
    if (!rows) throw new ThreadEndError('The thread that kept the rows has ended')
    return (await rows.next()).value
  },
  async closeRows(cursor: number) {
    await cursors.get(cursor)?.return(undefined)
    cursors.delete(cursor)
  },
}

const known = new Map<string, ThreadMethod>(Object.entries({ ...methods, ...cursorMethods }))

parentPort?.on('message', async ({ number, method, values }: ThreadRequest) => {
  const reply: ThreadReply = await answer(method, values).then(
    (value) => ({ number, value }),
    (error: unknown) => ({ number, error: told(error) }),
  )
  parentPort?.postMessage(reply)
})

async function answer(method: string, values: readonly unknown[]): Promise<unknown> {
  const run = known.get(method)
  if (!run) throw new TypeError(`A thread of the projection has no method ${method}`)
  return run(...(values as never[]))
}

function told(error: unknown): ThreadReply['error'] {
  if (!(error instanceof Error)) return { name: 'Error', message: '' }
  const { name, message, code, errcode }: Error & { code?: unknown; errcode?: unknown } = error
  return { name, message, code, errcode }
}
