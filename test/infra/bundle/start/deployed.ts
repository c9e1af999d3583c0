import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originHeader } from '#shared/api/origin.ts'
import { environmentIn } from '#test/infra/aws/checks/environment.ts'
import { rightsOf } from '#test/infra/aws/checks/statements.ts'
import type { SynthesizedTemplate } from '#test/infra/aws/synthesized.ts'
import { startEngine } from '#test/support/engine.ts'
import { type CloudContent, openCloud, originValues } from './cloud.ts'
import { type StartRun, start } from './start.ts'

/** A bundle as a template deploys it. */
export interface DeployedFunction {
  readonly file: string
  readonly name: string
  readonly template: SynthesizedTemplate
  /** The program that runs it. */
  readonly node: string
}

/** Variables as Lambda sets them: the template's own, what it only refers to in the words of the tests, and the runtime's. */
function environmentOf({ name, template }: DeployedFunction, url: string, folder: string): Record<string, string> {
  const known: Readonly<Record<string, string>> = {
    TABLE_NAME: process.env.TABLE_NAME ?? '',
    PUBLIC_URL: 'http://localhost:4000',
    JOBS_QUEUE_URL: `${url}/000000000000/jobs`,
  }
  const set = Object.entries(environmentIn(template, name)).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? value : (known[variable] ?? variable),
  ])
  return {
    ...Object.fromEntries(set),
    ...{ AWS_LAMBDA_FUNCTION_NAME: name, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: url, TZ: ':UTC' },
    TMPDIR: folder,
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' },
  }
}

/** An event as it comes through CloudFront; what is no request stays as it is. */
const throughSite = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'headers' in event && typeof event.headers === 'object'
    ? { ...event, headers: { [originHeader]: originValues.AWSCURRENT, ...event.headers } }
    : event

/**
 * Runs a new instance of a function with the variables and under the rights that its template gives it, on the engine of
 * the tests and with a temporary folder of its own.
 */
export async function runDeployed(
  deployed: DeployedFunction,
  events: readonly unknown[],
  content?: CloudContent,
): Promise<StartRun & { readonly actions: readonly string[]; readonly refused: readonly string[] }> {
  const { file, name, template, node } = deployed
  const cloud = await openCloud((await startEngine()).endpoint, rightsOf(template, name), content)
  const folder = mkdtempSync(join(tmpdir(), 'redress-instance-'))
  try {
    const run = await start(file, events.map(throughSite), {
      node,
      environment: environmentOf(deployed, cloud.url, folder),
    })
    return { ...run, actions: cloud.actions, refused: cloud.refused }
  } finally {
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
