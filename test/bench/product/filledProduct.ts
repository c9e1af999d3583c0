import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { type Product, type ProductOptions, startProduct } from '#test/support/product.ts'
import { signIn } from '#test/support/session.ts'
import { type Connection, connect } from './connection.ts'

const fillScript = fileURLToPath(new URL('./fillProduct.ts', import.meta.url))

/** The bucket of the home ground also takes the snapshots of the projection. */
const env = { SNAPSHOT_BUCKET: 'redress-files' }

/** A running product and its administrator of everything, with the milliseconds its start took. */
export interface BenchProduct {
  readonly product: Product
  readonly person: Connection
  readonly readyMs: number
  stop(): Promise<void>
}

/** Starts the product on a folder and signs in. */
export async function startOn(folder: string, options: ProductOptions = {}): Promise<BenchProduct> {
  const fromMs = performance.now()
  const product = await startProduct({ panel: false, folder, env, ...options })
  const readyMs = performance.now() - fromMs
  const person = connect(product.url, (await signIn(product.url, 'everyone')).token)
  const stop = async () => {
    person.close()
    await product.stop()
  }
  return { product, person, readyMs, stop }
}

/** A folder for the data of one run, and what removes it. */
export function dataFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

/** The sites and owners among which invented cases are divided. */
export async function placesOf(person: Connection) {
  const idsOf = async (resource: string) =>
    (await person.get(`/api/${resource}?range=[0,49]`)).json().map(({ id }: { id: string }) => id) as string[]
  return { siteIds: (await person.get('/api/me')).json().siteIds as string[], ownerIds: await idsOf('users') }
}

/** The folder of the projection within a data folder. */
export const projectionOf = (folder: string): string => join(folder, 'projection')

/**
 * Fills a folder, on which no product runs, with cases, and with calls that are due today; a process of its own writes them past HTTP. The projection is
 * removed, because it does not look for records that are dated before its last read.
 */
export async function fillFolder(
  folder: string,
  cases: number,
  places: Awaited<ReturnType<typeof placesOf>>,
  dueCalls = 0,
) {
  const request = JSON.stringify({ folder, cases, dueCalls, ...places })
  const child = spawn(process.execPath, ['--import', 'tsx', fillScript, request], {
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let problems = ''
  child.stderr.on('data', (text: Buffer) => (problems += text))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`The folder could not be filled:\n${problems}`)
  rmSync(projectionOf(folder), { recursive: true, force: true })
}
