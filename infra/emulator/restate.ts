import { Trouble } from './steps.ts'
import { readTemplate, type StackName, type Template, writeTemplate } from './templates.ts'

/** A reference that the emulator answers otherwise than AWS, and an attribute that means the same on AWS. */
export interface StatementOverride {
  readonly type: string
  readonly stack: StackName
  readonly attribute: string
  readonly because: string
}

/** Every reference that is put in other words for the emulator. */
export const restated: readonly StatementOverride[] = [
  {
    stack: 'Data',
    type: 'AWS::SecretsManager::Secret',
    attribute: 'Id',
    because:
      'MiniStack 1.5.33 answers Ref with the name of a secret, AWS with its ARN; Fn::GetAtt Id is the ARN on both',
  },
]

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A value with every `Ref` to one of `names` replaced by the attribute; `count` is told of each. */
function rephrase(value: unknown, names: readonly string[], attribute: string, count: (name: string) => void): unknown {
  if (Array.isArray(value)) return value.map((each) => rephrase(each, names, attribute, count))
  if (!isObject(value)) return value
  const name = names.find((each) => value.Ref === each)
  if (name === undefined)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, rephrase(each, names, attribute, count)]),
    )
  count(name)
  return { 'Fn::GetAtt': [name, attribute] }
}

/** Restates the references of a template; throws `Trouble` for an entry it has no use for. */
export function restatedIn(template: Template, entry: StatementOverride): { template: unknown; names: string[] } {
  const names = Object.entries(template.Resources).flatMap(([name, { Type }]) => (Type === entry.type ? [name] : []))
  const found = new Set<string>()
  const changed = rephrase(template, names, entry.attribute, (name) => found.add(name))
  if (found.size === 0)
    throw new Trouble(
      `The list of what is restated names ${entry.type}, to which the ${entry.stack} stack no longer refers.`,
    )
  return { template: changed, names: [...found] }
}

/** Restates in the synthesized templates; gives a line for each resource whose references were changed. */
export function restate(assembly: string): string[] {
  return restated.flatMap((entry) => {
    const { template, names } = restatedIn(readTemplate(assembly, entry.stack), entry)
    writeTemplate(assembly, entry.stack, template)
    return names.map((name) => `${entry.stack} ${name} (${entry.type}): ${entry.because}`)
  })
}
