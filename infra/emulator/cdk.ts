import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { account, type EmulatorRun, region } from './emulatorRun.ts'
import { run } from './programs.ts'

/** The stage the stacks are deployed as. */
export const stage = 'emulator'

const cli = join(projectFolder, 'node_modules/aws-cdk/bin/cdk')
const cdk = (title: string, { env }: EmulatorRun, ...args: string[]) =>
  run(title, process.execPath, [cli, ...args, '--no-color', '--no-notices'], {
    cwd: projectFolder,
    env: { ...env, CI: '1' },
  })

/**
 * What is said of the deployment: the emulator has one region and no clocks of AWS Backup, and the people of the journeys
 * sign in by a password alone.
 */
export const emulatorContext = {
  stage,
  alarmMail: 'operations@redress.test',
  backupRegion: 'off',
  anomalyMonitor: 'off',
  secondFactor: 'off',
}

/**
 * Bundles the functions and synthesizes the stacks, as for AWS, with more context where it is given; returns the folder of
 * the templates.
 */
export async function synthesize(emulator: EmulatorRun, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = join(emulator.folder, ['cdk.out', ...Object.keys(more)].join('-'))
  const given = Object.entries({ ...emulatorContext, ...more }).flatMap(([name, value]) => [
    '--context',
    `${name}=${value}`,
  ])
  await cdk('Synthesis', emulator, 'synth', '--quiet', '--output', folder, ...given)
  return folder
}

/** Prepares the account for the CDK: roles, the bucket of assets. */
export const bootstrap = (emulator: EmulatorRun) =>
  // Into a folder of the run, for the project's own one takes one program at a time.
  cdk(
    'Bootstrap',
    emulator,
    'bootstrap',
    `aws://${account}/${region}`,
    '--output',
    join(emulator.folder, 'cdk.bootstrap'),
  )

/** The outputs of the stacks by name. */
export type Outputs = Readonly<Record<string, string>>

/** Deploys all stacks of the synthesized folder and returns their outputs. */
export async function deploy(emulator: EmulatorRun, assembly: string): Promise<Outputs> {
  const file = join(emulator.folder, 'outputs.json')
  const args = ['--app', assembly, '--all', '--require-approval', 'never', '--no-rollback', '--outputs-file', file]
  await cdk('Deployment', emulator, 'deploy', ...args)
  const outputs: Record<string, Outputs> = JSON.parse(readFileSync(file, 'utf8'))
  return Object.assign({}, ...Object.values(outputs))
}
