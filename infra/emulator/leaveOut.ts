import { Trouble } from './steps.ts'
import { readTemplate, type StackName, stackNames, type Template, writeTemplate } from './templates.ts'

/** A type of resource that the emulator cannot make, where it stands, and what is thereby not tried. */
export interface LeftOut {
  readonly type: string
  readonly stack: StackName
  readonly because: string
}

/** Everything the stacks hold that is not deployed to the emulator. The stacks themselves stay as AWS wants them. */
export const leftOut: readonly LeftOut[] = [
  {
    stack: 'Data',
    type: 'AWS::Backup::BackupSelection',
    because: 'MiniStack 1.5.33 has vault and plan, but does not know this type; no nightly copy is made',
  },
  {
    stack: 'Panel',
    type: 'AWS::WAFv2::LoggingConfiguration',
    because: 'MiniStack 1.5.33 does not know this type; it has no firewall before the distribution either',
  },
  {
    stack: 'Panel',
    type: 'AWS::Logs::DeliverySource',
    because: 'MiniStack 1.5.33 does not know this type; the site is not logged',
  },
  {
    stack: 'Panel',
    type: 'AWS::Logs::DeliveryDestination',
    because: 'MiniStack 1.5.33 does not know this type; the site is not logged',
  },
  {
    stack: 'Panel',
    type: 'AWS::Logs::Delivery',
    because: 'MiniStack 1.5.33 does not know this type; the site is not logged',
  },
]

/** A template without the resources of some types; throws `Trouble` for a type it does not hold, or still refers to. */
export function without(template: Template, entries: readonly LeftOut[]): { kept: Template; names: string[] } {
  const types = new Set(entries.map(({ type }) => type))
  const all = Object.entries(template.Resources)
  for (const { type, stack } of entries)
    if (!all.some(([, resource]) => resource.Type === type))
      throw new Trouble(
        `The list of what is left out names ${type}, which the ${stack} stack no longer holds: take it off.`,
      )
  const names = all.filter(([, { Type }]) => types.has(Type)).map(([name]) => name)
  const kept = { ...template, Resources: Object.fromEntries(all.filter(([name]) => !names.includes(name))) }
  const text = JSON.stringify(kept)
  for (const name of names)
    if (text.includes(`"${name}"`))
      throw new Trouble(`${name} cannot be left out: something in its stack refers to it.`)
  return { kept, names }
}

/** Takes what the emulator lacks out of the synthesized templates; gives a line for each resource that is gone. */
export function leaveOut(assembly: string): string[] {
  return stackNames.flatMap((stack) => {
    const entries = leftOut.filter((each) => each.stack === stack)
    if (entries.length === 0) return []
    const template = readTemplate(assembly, stack)
    const { kept, names } = without(template, entries)
    writeTemplate(assembly, stack, kept)
    return names.map((name) => {
      const type = template.Resources[name]?.Type
      return `${stack} ${name} (${type}): ${entries.find((each) => each.type === type)?.because}`
    })
  })
}
