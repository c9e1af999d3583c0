import { EmulatorProblem } from './steps.ts'
import {
  readTemplate,
  type StackName,
  stackNames,
  type Template,
  type TemplateResource,
  writeTemplate,
} from './templates.ts'

/** A type of resource that the emulator lacks, its stack, and the reason with what is not tried therefore. */
export interface OmittedResource {
  readonly type: string
  /** A property that the emulator does not know: only resources with it are left out; all of the type when absent. */
  readonly having?: string
  readonly stack: StackName
  readonly reason: string
}

/** Every type that is not deployed to the emulator. The stacks for AWS do not change. */
export const omittedResources: readonly OmittedResource[] = [
  {
    stack: 'Data',
    type: 'AWS::Backup::BackupSelection',
    reason: 'MiniStack 1.5.33 has vault and plan, but does not know this type; no nightly copy is made',
  },
  {
    stack: 'Api',
    type: 'AWS::CloudWatch::Alarm',
    having: 'Metrics',
    reason: 'MiniStack 1.5.33 knows no alarm over a sum of metrics',
  },
  {
    stack: 'Api',
    type: 'AWS::WAFv2::LoggingConfiguration',
    reason: 'MiniStack 1.5.33 does not know this type; it has no firewall before the user pool either',
  },
  {
    stack: 'Api',
    type: 'AWS::WAFv2::WebACLAssociation',
    reason: 'MiniStack 1.5.33 does not know this type; sign-ins are not limited',
  },
  {
    stack: 'Panel',
    type: 'AWS::Budgets::Budget',
    reason: 'MiniStack 1.5.33 does not know this type; nothing is spent either',
  },
  {
    stack: 'Panel',
    type: 'AWS::WAFv2::LoggingConfiguration',
    reason: 'MiniStack 1.5.33 does not know this type; it has no firewall before the distribution either',
  },
  {
    stack: 'Panel',
    type: 'AWS::Logs::DeliverySource',
    reason: 'MiniStack 1.5.33 does not know this type; the site is not logged',
  },
  {
    stack: 'Panel',
    type: 'AWS::Logs::DeliveryDestination',
    reason: 'MiniStack 1.5.33 does not know this type; the site is not logged',
  },
  {
    stack: 'Panel',
    type: 'AWS::Logs::Delivery',
    reason: 'MiniStack 1.5.33 does not know this type; the site is not logged',
  },
]

/** A template without the resources of some types; throws `EmulatorProblem` for a type without resources or with references. */
export function omitFrom(template: Template, entries: readonly OmittedResource[]): { kept: Template; names: string[] } {
  const all = Object.entries(template.Resources)
  const fits = ({ Type, Properties }: TemplateResource, { type, having }: OmittedResource) =>
    Type === type && (having === undefined || Object.hasOwn(Properties ?? {}, having))
  for (const entry of entries)
    if (!all.some(([, resource]) => fits(resource, entry)))
      throw new EmulatorProblem(
        `The list of omitted resources names ${entry.type}, which the ${entry.stack} stack no longer holds: remove the entry.`,
      )
  const names = all.filter(([, resource]) => entries.some((entry) => fits(resource, entry))).map(([name]) => name)
  const kept = { ...template, Resources: Object.fromEntries(all.filter(([name]) => !names.includes(name))) }
  const text = JSON.stringify(kept)
  for (const name of names)
    if (text.includes(`"${name}"`))
      throw new EmulatorProblem(`${name} cannot be omitted: something in its stack refers to it.`)
  return { kept, names }
}

/** Removes what the emulator lacks from the synthesized templates; returns a line for each resource. */
export function omitResources(assembly: string): string[] {
  return stackNames.flatMap((stack) => {
    const entries = omittedResources.filter((each) => each.stack === stack)
    if (entries.length === 0) return []
    const template = readTemplate(assembly, stack)
    const { kept, names } = omitFrom(template, entries)
    writeTemplate(assembly, stack, kept)
    return names.map((name) => {
      const type = template.Resources[name]?.Type
      return `${stack} ${name} (${type}): ${entries.find((each) => each.type === type)?.reason}`
    })
  })
}
