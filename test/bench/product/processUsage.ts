import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Milliseconds of processor time in a clock tick of Linux (man proc_pid_stat: fields 14 and 15). */
const tickMs = 10

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process has ended, or this system has no /proc
  }
}

/** A process and everything it started: the product and the engine of its records. */
function family(processId: number): number[] {
  const children = read(`/proc/${processId}/task/${processId}/children`).split(' ').filter(Boolean)
  return [processId, ...children.flatMap((child) => family(Number(child)))]
}

/** Processor time that a process and its children have used, in milliseconds. */
export function processorMs(processId: number): number {
  let ticks = 0
  for (const id of family(processId)) {
    const fields = read(`/proc/${id}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return ticks * tickMs
}

const memoryField = (processId: number, name: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${processId}/status`))?.[1] ?? 0) / 1024

/** Memory of one process without its children, in MiB. */
export const memoryMiB = (processId: number): number => memoryField(processId, 'VmRSS')

/** Memory of the children of a process, in MiB. */
export const childrenMiB = (processId: number): number =>
  family(processId)
    .slice(1)
    .reduce((sum, id) => sum + memoryMiB(id), 0)

/** Begins to watch the memory of a process; the answer is the most it has had since, in MiB. */
export function watchMemory(processId: number): () => number {
  writeFileSync(`/proc/${processId}/clear_refs`, '5') // resets the peak (man proc_pid_clear_refs)
  return () => memoryField(processId, 'VmHWM')
}

/** Bytes of the files of a folder, without the folders left out. */
export async function bytesIn(folder: string, without: readonly string[] = []): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (without.includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) bytes += await bytesIn(path)
    else if (entry.isFile()) bytes += statSync(path).size
  }
  return bytes
}
