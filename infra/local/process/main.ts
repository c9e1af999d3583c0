import { startProblemOf } from '#infra/local/disk/startProblemOf.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { isInOwnNetwork } from '#infra/local/server/listen.ts'
import { endWithParent } from '#infra/local/services/childProcess.ts'
import { roles } from '#shared/declaration/roles.ts'
import { type RunningInstance, startInstance } from './instance.ts'
import { runningInstance } from './lock.ts'
import { outliveOutput } from './log.ts'
import { type Flags, optionsFrom } from './options.ts'
import { hasOwnNetwork, isElsewhere, runInNetworkOf, runInOwnNetwork } from './ownNetwork.mjs'
import { runTick } from './tick.ts'
import { isOnAws, runVerifyAudit } from './verifyAudit.ts'

/** The longest a stop may take before the process ends anyway, in milliseconds. */
const stopMs = 8000

/** The longest wait at a stop for a start that is not complete, in milliseconds; the next start begins again. */
const startingMs = 3000

const openNetwork = `
  Other users of this machine can reach the records: the product has no network of its own. See "Security" in README.md.
`

const greeting = ({ url, mailUrl }: RunningInstance, tookMs: number) => `
  Redress is ready at ${url}   (${(tookMs / 1000).toFixed(1)} s)
  Mails sent so far, for you alone   ${mailUrl}

  Sign in with password Redress-demo-1 as
${[...roles, 'everyone'].map((role) => `    ${role}@redress.test`).join('\n')}

  Stop with Ctrl+C. The data stays.
${isInOwnNetwork() ? '' : openNetwork}`

/**
 * Runs the product on this machine until a signal, or until the parent process is gone. With `tick` it only runs that
 * tick. With `verify-audit` it only checks the audit, and exits with 1 when there are findings.
 */
export const main = async (flags: Flags): Promise<void> => {
  outliveOutput()
  const startMs = performance.now()
  const options = optionsFrom(flags, process.env)
  let running: RunningInstance | undefined
  let isStopping = false
  const stop = async (code: number) => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), stopMs).unref()
    await running?.stop()
    process.exit(code)
  }
  const onEngineExit = (reason?: unknown) => {
    const problem = startProblemOf(reason, options.folder)
    console.error(
      problem instanceof StartProblem
        ? `The embedded engine ended by itself and cannot be started again. ${problem.message}`
        : 'The embedded engine ended by itself, several times within a minute; nothing acknowledged was lost. Start again with npm start.',
    )
    void stop(1)
  }
  // What this process and its engine write is for this user only.
  process.umask(0o077)
  try {
    // The audit of a deployment is verified over the network of the machine.
    const isOfFolder = options.tick || (options['verify-audit'] && !isOnAws(process.env))
    if (isOfFolder) {
      const running = runningInstance(options.folder)
      if (running && options['verify-audit'] && isElsewhere(running.processId)) return runInNetworkOf(running.processId)
      if (!running && hasOwnNetwork()) return runInOwnNetwork()
    }
    if (options.tick) {
      console.log(JSON.stringify(await runTick(options, options.tick)))
      process.exit(0)
    }
    if (options['verify-audit']) process.exit((await runVerifyAudit(options)) ? 0 : 1)
    const starting = startInstance(options, onEngineExit)
    const end = async () => {
      const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, startingMs))
      running ??= await Promise.race([starting.catch(() => undefined), timeout])
      await stop(0)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
    endWithParent(end)
    running = await starting
    if (!isStopping) console.log(greeting(running, performance.now() - startMs))
  } catch (error) {
    const problem = startProblemOf(error, options.folder)
    console.error(problem instanceof StartProblem ? problem.message : problem)
    process.exit(1)
  }
}
