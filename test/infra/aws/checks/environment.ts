import { functionNames } from '#infra/bundle/bundle.ts'
import { ofType, type SynthesizedTemplate } from '#test/infra/aws/synthesized.ts'
import type { Uses } from './code.ts'
import { constructOf } from './statements.ts'

/** Variables that the template sets for every function, although some functions do not read them. */
const commonVariables = ['STAGE', 'VERSION', 'PUBLIC_URL']

/** The variables that the template sets for one function. */
export function environmentIn(api: SynthesizedTemplate, name: string): Readonly<Record<string, unknown>> {
  const [, found] =
    ofType(api, 'AWS::Lambda::Function').find(([id]) => id.startsWith(`${constructOf(name)}Function`)) ?? []
  const { Environment: environment } = (found?.Properties ?? {}) as { Environment?: { Variables: object } }
  return { ...environment?.Variables }
}

/** Variables that code reads and nobody sets, and that are set and nobody reads, as sentences. */
export function wrongVariables(api: SynthesizedTemplate, uses: ReadonlyMap<string, Uses>): string[] {
  const everywhere = new Set([...uses.values()].flatMap(({ variables }) => variables))
  return functionNames.flatMap((name) => {
    const { variables = [] } = uses.get(name) ?? {}
    const set = Object.keys(environmentIn(api, name))
    const isRead = (each: string) =>
      variables.includes(each) || (commonVariables.includes(each) && everywhere.has(each))
    return [
      ...variables.filter((each) => !set.includes(each)).map((each) => `${name} reads ${each}, which is not set.`),
      ...set.filter((each) => !isRead(each)).map((each) => `${name} is told ${each}, which it does not read.`),
    ]
  })
}
