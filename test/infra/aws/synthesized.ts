import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag'
import { defineStacks, type Stacks } from '#infra/aws/stacks.ts'
import { dataFunctionNames, functionNames, projectFolder } from '#infra/bundle/bundle.ts'

/** A resource of a template; `Properties` is what CloudFormation gets. */
export interface SynthesizedResource {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly DeletionPolicy?: string
  readonly DependsOn?: readonly string[]
}

/** A template as CloudFormation gets it. */
export interface SynthesizedTemplate {
  readonly Resources: Readonly<Record<string, SynthesizedResource>>
}

/** The templates of one deployment, and the findings of the rule packs that have a reason. */
export interface StackTemplates {
  readonly data: SynthesizedTemplate
  readonly api: SynthesizedTemplate
  readonly panel: SynthesizedTemplate
  readonly copies?: SynthesizedTemplate
  /** Reasons by finding and construct: `AwsSolutions-S1 at Redress-test-Data/Files/…`. */
  readonly accepted: Readonly<Record<string, string>>
  /** What the packs find where nothing is accepted, in the same words. */
  readonly findings: readonly string[]
  /** Sentences that a synthesis says and goes on. */
  readonly warnings: readonly string[]
  /** What a deployment goes by: templates and lists as they were written; the rest by names that are hashes. */
  readonly files: Readonly<Record<string, string>>
}

const { context: defaults }: { context: Record<string, unknown> } = JSON.parse(
  readFileSync(join(projectFolder, 'cdk.json'), 'utf8'),
)

/** What every stage but `dev` has to say. */
const given = { alarmMail: 'operations@example.org' }

/** A folder of one-line functions: a template names what stands in a bundle by its hash alone. */
function standIns(folder: string): string {
  for (const name of [...functionNames, ...dataFunctionNames]) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = async () => '${name}'\n`)
  }
  return folder
}

/**
 * Synthesizes the stacks with some context, and with what `add` puts into them; throws when a rule pack finds anything
 * that has no reason.
 */
export function synthesize(
  context: Readonly<Record<string, string>> = {},
  add: (stacks: Stacks) => void = () => undefined,
): StackTemplates {
  const folder = mkdtempSync(join(tmpdir(), 'redress-synth-'))
  try {
    const bundles = standIns(join(folder, 'functions'))
    const app = new App({
      outdir: join(folder, 'cdk.out'),
      context: { ...defaults, ...given, ...context },
      analyticsReporting: false,
    })
    const stacks = defineStacks(app, { bundles, panel: join(folder, 'panel') })
    add(stacks)
    const assembly = app.synth()
    const template = (name: string): SynthesizedTemplate => assembly.getStackByName(name).template
    return {
      data: template(stacks.data.stackName),
      api: template(stacks.api.stackName),
      panel: template(stacks.panel.stackName),
      copies: stacks.copies && template(stacks.copies.stackName),
      accepted: Object.fromEntries(app.node.findAll().flatMap(reasonsAt)),
      findings: findingsIn(app),
      warnings: app.node.findAll().flatMap(warningsAt),
      files: filesIn(assembly.directory),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const reasonsAt = ({ node }: App['node']['children'][number]): [string, string][] =>
  node.metadata
    .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
    .flatMap(({ data }: { data?: Record<string, string> }) => Object.entries(data ?? {}))
    .map(([id, reason]) => [`${id.replace(/^annotation::/i, '')} at ${node.path}`, reason])

const warningsAt = ({ node }: App['node']['children'][number]): string[] =>
  node.metadata
    .filter(({ type }) => type === 'aws:cdk:warning')
    .map(({ data }) => String(data).replace(/ \[ack: .*\]$/, ''))

function findingsIn(app: App): string[] {
  return [new AwsSolutionsChecks(), new HIPAASecurityChecks()].flatMap((pack) => {
    Object.defineProperty(pack, 'isAcknowledged', { value: () => false })
    return pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      )
  })
}

/** The place in the sources where a construct was made: a note for people that is not deployed. */
const isNote = (name: string): boolean => name.endsWith('.metadata.json') || name === 'validation-report.json'

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !isNote(name))
      .map((name) => [name, name.endsWith('.json') ? readFileSync(join(folder, name), 'utf8') : '']),
  )

/** The stacks as most tests look at them. */
export const deployed = synthesize({ stage: 'test' })

/** The resources of one type, by logical id. */
export const ofType = ({ Resources }: SynthesizedTemplate, type: string): [string, SynthesizedResource][] =>
  Object.entries(Resources).filter(([, resource]) => resource.Type === type)

/** The properties of the resources of one type, as a test wants to read them. */
export const propertiesOf = <P>(template: SynthesizedTemplate, type: string): P[] =>
  ofType(template, type).map(([, { Properties }]) => Properties as P)
