import { StartProblem } from '#infra/local/server/gateway.ts'
import { onStarterGone } from '#infra/local/services/childProcess.ts'
import { roles } from '#shared/declaration/roles.ts'
import { type RunningInstance, startInstance } from './instance.ts'
import { type Flags, optionsFrom } from './options.ts'
import { runTick } from './tick.ts'
import { runVerifyAudit } from './verifyAudit.ts'

/** The longest a stop may take before the process ends anyway, in milliseconds. */
const stopMs = 8000

/** How long a stop waits for a start still under way; a start cut off is begun anew next time, in milliseconds. */
const startMs = 3000

const greeting = (url: string, tookMs: number) => `
  Redress is ready at ${url}   (${(tookMs / 1000).toFixed(1)} s)
  Mails sent so far   ${url}/mail/

  Sign in with password Redress-demo-1 as
${[...roles, 'everyone'].map((role) => `    ${role}@redress.test`).join('\n')}

  Stop with Ctrl+C. The data stays.
`

/**
 * Starts the product on this machine and keeps it until a signal, or until whoever started it is gone. With a tick it
 * runs that and ends; asked to verify the audit it does so and ends with 1 when it does not hold.
 */
export const main = async (flags: Flags): Promise<void> => {
  const began = performance.now()
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
  const lost = () => {
    console.error('The embedded engine ended by itself; nothing written was lost. Start again with npm start.')
    void stop(1)
  }
  try {
    if (options.tick) {
      console.log(JSON.stringify(await runTick(options, options.tick)))
      process.exit(0)
    }
    if (options['verify-audit']) process.exit((await runVerifyAudit(options)) ? 0 : 1)
    const starting = startInstance(options, lost)
    const end = async () => {
      const soon = new Promise<undefined>((resolve) => setTimeout(resolve, startMs))
      running ??= await Promise.race([starting.catch(() => undefined), soon])
      await stop(0)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
    onStarterGone(end)
    running = await starting
    if (!isStopping) console.log(greeting(running.url, performance.now() - began))
  } catch (error) {
    console.error(error instanceof StartProblem ? error.message : error)
    process.exit(1)
  }
}
