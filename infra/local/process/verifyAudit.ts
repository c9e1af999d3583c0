import { readFileSync } from 'node:fs'
import { verifyAudit } from '#functions/system/operations.ts'
import { checkLayout, onStoreAlone } from '#infra/local/services/store.ts'
import { openFolder } from './dataFolder.ts'
import { setEnvironment } from './environment.ts'
import { type Instance, runningInstance } from './lock.ts'
import type { Options } from './options.ts'

/** Findings that are printed; the rest are counted. */
const mostPrinted = 100

/** Checks the history of every record of the folder and prints the findings; returns whether there are none. */
export const runVerifyAudit = async (options: Options): Promise<boolean> => {
  openFolder(options.folder)
  const running = runningInstance(options.folder)
  if (!running) return onStoreAlone(options, report)
  const dynamodb = process.env.DYNAMODB_ENDPOINT ?? endpointOf(running)
  setEnvironment(options.folder, { dynamodb, publicUrl: running.url ?? '' })
  await checkLayout(options.folder)
  return report()
}

const report = async (): Promise<boolean> => {
  const began = performance.now()
  const count = { records: 0, entries: 0 }
  let findings = 0
  for await (const { recordId, version, what } of verifyAudit(count)) {
    if (++findings <= mostPrinted) console.error(`${recordId} version ${version}: ${what}`)
  }
  const extent = `${count.entries} history entries of ${count.records} records in ${((performance.now() - began) / 1000).toFixed(1)} s`
  if (findings > mostPrinted) console.error(`… and ${findings - mostPrinted} more`)
  console.log(
    findings === 0 ? `The audit holds: ${extent}.` : `The audit does not hold: ${findings} findings in ${extent}.`,
  )
  return findings === 0
}

/** The address of the engine of a running instance, from its command line, because the instance does not publish it. */
const endpointOf = ({ engineProcessId }: Instance): string => {
  const commandLine = readFileSync(`/proc/${engineProcessId}/cmdline`, 'utf8').split('\0')
  return `http://127.0.0.1:${commandLine[commandLine.indexOf('--port') + 1]}`
}
