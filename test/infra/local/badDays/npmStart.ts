import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../../../infra/local/start.mjs', import.meta.url))

/** Runs the start of the product on a folder until it ends; `within` runs it inside another command, which gets it as its arguments. */
export const npmStart = (folder: string, within: readonly string[] = [], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const [command = process.execPath, ...words] = [...within, process.execPath, start, '--empty']
    const child = spawn(command, words, {
      env: { ...process.env, REDRESS_PANEL: 'none', REDRESS_DATA: folder, PORT: '0', ...env },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.once('exit', (code) => resolve({ code, output }))
  })
