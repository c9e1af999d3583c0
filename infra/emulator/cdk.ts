import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { account, type EmulatorRun, region } from './emulatorRun.ts'
import { run } from './programs.ts'

/** The stage the stacks are deployed as. */
export const stage = 'emulator'

const cli = join(projectFolder, 'node_modules/aws-cdk/bin/cdk')
const cdk = (what: string, { env }: EmulatorRun, ...args: string[]) =>
  run(what, process.execPath, [cli, ...args, '--no-color', '--no-notices'], {
    cwd: projectFolder,
    env: { ...env, CI: '1' },
  })

/** Bundles the functions and synthesizes the stacks, as for AWS; gives the folder of the templates. */
export async function synthesize(ground: EmulatorRun): Promise<string> {
  const into = join(ground.folder, 'cdk.out')
  await cdk('Synthesis', ground, 'synth', '--quiet', '--output', into, '--context', `stage=${stage}`)
  return into
}

/** Prepares the account for the CDK: roles, the bucket of assets. */
export const bootstrap = (ground: EmulatorRun) => cdk('Bootstrap', ground, 'bootstrap', `aws://${account}/${region}`)

/** What the stacks told, by the name of each output. */
export type Outputs = Readonly<Record<string, string>>

/** Deploys all stacks of the synthesized folder and gives their outputs. */
export async function deploy(ground: EmulatorRun, assembly: string): Promise<Outputs> {
  const file = join(ground.folder, 'outputs.json')
  const args = ['--app', assembly, '--all', '--require-approval', 'never', '--no-rollback', '--outputs-file', file]
  await cdk('Deployment', ground, 'deploy', ...args)
  const told: Record<string, Outputs> = JSON.parse(readFileSync(file, 'utf8'))
  return Object.assign({}, ...Object.values(told))
}
