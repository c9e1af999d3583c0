import { EmulatorProblem } from './steps.ts'
import { readTemplate, type StackName, type Template, writeTemplate } from './templates.ts'

/** A reference that the emulator resolves in another way than AWS, and an attribute with the same value on AWS. */
export interface ReferenceOverride {
  readonly type: string
  readonly stack: StackName
  readonly attribute: string
  readonly reason: string
}

/** Every reference that is replaced for the emulator. */
export const referenceOverrides: readonly ReferenceOverride[] = [
  {
    stack: 'Data',
    type: 'AWS::SecretsManager::Secret',
    attribute: 'Id',
    reason:
      'MiniStack 1.5.33 answers Ref with the name of a secret, AWS with its ARN; Fn::GetAtt Id is the ARN on both',
  },
]

/** Replaces the references in a template; throws `EmulatorProblem` for an entry without a match. */
export function replaceIn(template: Template, entry: ReferenceOverride): { template: unknown; names: string[] } {
  const names = Object.entries(template.Resources).flatMap(([name, { Type }]) => (Type === entry.type ? [name] : []))
  const matches = new Set<string>()
  const changed: unknown = JSON.parse(JSON.stringify(template), (_key, value) => {
    if (!names.includes(value?.Ref)) return value
    matches.add(value.Ref)
    return { 'Fn::GetAtt': [value.Ref, entry.attribute] }
  })
  if (matches.size === 0)
    throw new EmulatorProblem(
      `The list of replaced references names ${entry.type}, to which the ${entry.stack} stack no longer refers.`,
    )
  return { template: changed, names: [...matches] }
}

/** Replaces references in the synthesized templates; returns a line for each resource. */
export function replaceReferences(assembly: string): string[] {
  return referenceOverrides.flatMap((entry) => {
    const { template, names } = replaceIn(readTemplate(assembly, entry.stack), entry)
    writeTemplate(assembly, entry.stack, template)
    return names.map((name) => `${entry.stack} ${name} (${entry.type}): ${entry.reason}`)
  })
}
