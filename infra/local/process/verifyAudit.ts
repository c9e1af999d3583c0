import { readFileSync } from 'node:fs'
import {
  type AuditProgress,
  acceptRestore,
  findingText,
  isLeftByRestore,
  newAuditProgress,
  verifyAudit,
} from '#functions/system/operations.ts'
import { openAuditKey } from '#infra/local/services/auditKey.ts'
import { checkLayout, onStoreAlone } from '#infra/local/services/store.ts'
import { openFolder } from './dataFolder.ts'
import { setEnvironment } from './environment.ts'
import { type Instance, runningInstance } from './lock.ts'
import type { Options } from './options.ts'

/** Findings that are printed; the rest are counted. */
const mostPrinted = 100

/** Milliseconds between two lines of progress: on a terminal, where one takes the place of the other, and elsewhere. */
const progressMs = { terminal: 1000, elsewhere: 5000 } as const

/**
 * Checks the anchors and the history of every record, and prints the findings; returns whether there are none. The records
 * are those of the folder, or on AWS those of the table that `TABLE_NAME`, `AUDIT_KEY_ID` and `AUDIT_ANCHORS` name.
 */
export const runVerifyAudit = async (options: Options): Promise<boolean> => {
  const report = () => verify(options['accept-restore'] ?? false)
  if (isOnAws(process.env)) return report()
  openFolder(options.folder)
  const running = runningInstance(options.folder)
  if (!running) return onStoreAlone(options, report)
  const dynamodb = process.env.DYNAMODB_ENDPOINT ?? endpointOf(running)
  setEnvironment(options.folder, { dynamodb, publicUrl: running.url ?? '' })
  await checkLayout(options.folder)
  await openAuditKey(options.folder)
  return report()
}

/** Whether the audit of a deployment is verified, by the credentials of an operator. */
export const isOnAws = ({ TABLE_NAME, AUDIT_KEY_ID, AUDIT_ANCHORS }: NodeJS.ProcessEnv): boolean =>
  Boolean(TABLE_NAME && AUDIT_KEY_ID && AUDIT_ANCHORS)

const verify = async (mayAccept: boolean): Promise<boolean> => {
  const began = performance.now()
  const progress = newAuditProgress()
  const stopProgress = showProgress(progress)
  let [findings, accepted] = [0, 0]
  for await (const finding of verifyAudit(progress)) {
    if (++findings <= mostPrinted) console.error(findingText(finding))
    if (isLeftByRestore(finding)) accepted++
  }
  stopProgress()
  if (findings > mostPrinted) console.error(`… and ${findings - mostPrinted} more`)
  for (const at of progress.report?.lostKeysAt ?? [])
    console.log(`The audit key was replaced at ${at}, because it was lost; anchors alone prove what is older.`)
  for (const at of progress.report?.restoresAt ?? [])
    console.log(`The records came out of a copy at ${at}; what was anchored between is not there any more.`)
  const extent = `${extentOf(progress)} in ${((performance.now() - began) / 1000).toFixed(1)} s`
  console.log(
    findings === 0 ? `The audit holds: ${extent}.` : `The audit does not hold: ${findings} findings in ${extent}.`,
  )
  if (!mayAccept || findings === 0) return findings === 0
  if (accepted < findings) {
    console.log('Not all of that is what a restore leaves: nothing was accepted.')
    return false
  }
  console.log(`Accepted as what the restore left out, in an anchor of ${await acceptRestore()} heads.`)
  return true
}

const extentOf = ({ records, entries, report }: AuditProgress): string => {
  const { anchors = 0, newestAt } = report ?? {}
  const upTo = newestAt ? `, the newest of ${newestAt}` : ''
  return `${entries} history entries of ${records} records and ${anchors} anchors${upTo}`
}

/** Prints how far a verification is, until the returned function is called. */
const showProgress = (progress: AuditProgress): (() => void) => {
  const { isTTY } = process.stderr
  const show = () => {
    const { items, total } = progress
    const line = `Checked ${items} of about ${Math.max(items, total)} items …`
    process.stderr.write(isTTY ? `\r${line}` : `${line}\n`)
  }
  const timer = setInterval(show, isTTY ? progressMs.terminal : progressMs.elsewhere)
  return () => {
    clearInterval(timer)
    if (isTTY) process.stderr.write('\r\u001b[K')
  }
}

/** The address of the engine of a running instance, from its command line, because the instance does not publish it. */
const endpointOf = ({ engineProcessId }: Instance): string => {
  const commandLine = readFileSync(`/proc/${engineProcessId}/cmdline`, 'utf8').split('\0')
  const after = (name: string) => commandLine[commandLine.indexOf(name) + 1]
  return `http://${after('--host')}:${after('--port')}`
}
