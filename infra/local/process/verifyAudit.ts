import { readFileSync } from 'node:fs'
import { verifyAudit } from '#functions/system/operations.ts'
import { onEngineAlone } from '#infra/local/services/engineAlone.ts'
import { openFolder } from './dataFolder.ts'
import { ensureSecrets, setEnvironment } from './environment.ts'
import { type Instance, runningInstance } from './lock.ts'
import type { Options } from './options.ts'

/** Findings that are printed; the rest are counted. */
const mostPrinted = 100

/** Checks the history of every record of the folder and prints what it found; whether all of it is as it was written. */
export const runVerifyAudit = async (options: Options): Promise<boolean> => {
  openFolder(options.folder)
  const running = runningInstance(options.folder)
  if (!running) return onEngineAlone(options, report)
  const dynamodb = process.env.DYNAMODB_ENDPOINT ?? endpointOf(running)
  setEnvironment(ensureSecrets(options.folder), { dynamodb, publicUrl: running.url ?? '' })
  return report()
}

const report = async (): Promise<boolean> => {
  const began = performance.now()
  const count = { records: 0, entries: 0 }
  let findings = 0
  for await (const { recordId, version, what } of verifyAudit(count)) {
    if (++findings <= mostPrinted) console.error(`${recordId} version ${version}: ${what}`)
  }
  const looked = `${count.entries} history entries of ${count.records} records in ${((performance.now() - began) / 1000).toFixed(1)} s`
  if (findings > mostPrinted) console.error(`… and ${findings - mostPrinted} more`)
  console.log(
    findings === 0 ? `The audit holds: ${looked}.` : `The audit does not hold: ${findings} findings in ${looked}.`,
  )
  return findings === 0
}

/** Where the engine of a running instance listens, by its command line: it has no other caller to tell. */
const endpointOf = ({ engineProcessId }: Instance): string => {
  const commandLine = readFileSync(`/proc/${engineProcessId}/cmdline`, 'utf8').split('\0')
  return `http://127.0.0.1:${commandLine[commandLine.indexOf('--port') + 1]}`
}
