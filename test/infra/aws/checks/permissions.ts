import { functionNames } from '#infra/bundle/bundle.ts'
import type { SynthesizedTemplate } from '#test/infra/aws/synthesized.ts'
import type { Uses } from './code.ts'
import { indexNames } from './indexes.ts'
import { actionsOf, may, rightsOf } from './statements.ts'

/** Services of which a function has exactly the actions that its code asks for. */
const exact = /^((s3|ses|sns|cognito-idp|secretsmanager):|kms:\w+Mac$)/

/** Actions on items and indexes; what Lambda itself does with the stream in a function's name is none of them. */
const onItems = /^dynamodb:(?!.*Stream|GetRecords|GetShardIterator)/

/** What code asks for and the template does not allow, and what the template allows and no code asks for, as sentences. */
export function wrongRights(api: SynthesizedTemplate, uses: ReadonlyMap<string, Uses>): string[] {
  const everywhere = new Set([...uses.values()].flatMap(({ actions }) => actions))
  return functionNames.flatMap((name) => {
    const { actions = [] } = uses.get(name) ?? {}
    const statements = rightsOf(api, name)
    const granted = new Set(actionsOf(statements))
    const isIdle = (action: string) =>
      (exact.test(action) && !actions.includes(action)) || (onItems.test(action) && !everywhere.has(action))
    return [
      ...actions.filter((action) => !granted.has(action)).map((action) => `${name} asks for ${action} and may not.`),
      ...[...granted].filter(isIdle).map((action) => `${name} may ${action} and does not ask for it.`),
    ]
  })
}

/** Rights wider than they must be: actions by wildcard, and resources that could be named, as sentences. */
export function tooWide(policies: readonly [string, ReturnType<typeof rightsOf>][]): string[] {
  return policies.flatMap(([id, statements]) =>
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource, NotResource }) => {
        const actions = [Action].flat()
        const wild = actions.filter((action) => action.includes('*'))
        const isWhole = [Resource].flat().includes('*')
        // A phone has no ARN, so a text message can only be kept from what has one.
        const isUnnamed = Resource === undefined && !(NotResource && actions.every((each) => each === 'sns:Publish'))
        return [
          ...wild.map((action) => `${id} allows the actions ${action}, which has to name them.`),
          ...(isWhole || isUnnamed ? [`${id} allows ${actions.join(', ')} on everything.`] : []),
        ]
      }),
  )
}

/** Actions that read a whole table in no order, and that hide another action behind a statement of PartiQL. */
const unbounded = ['dynamodb:Scan', 'dynamodb:PartiQLSelect', 'dynamodb:PartiQLUpdate', 'dynamodb:PartiQLDelete']

/** Actions that change or remove an item; PutItem is how an entry is made, see the rights themselves. */
const changing = ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete']

/** Which functions may scan, as sentences. */
export const scanners = (api: SynthesizedTemplate): string[] =>
  functionNames.flatMap((name) =>
    unbounded
      .filter((action) => [undefined, ...indexNames].some((index) => may(rightsOf(api, name), { action, index })))
      .map((action) => `${name} may ${action}.`),
  )

/** Which functions may change or remove an entry of history, as sentences. */
export const historians = (api: SynthesizedTemplate): string[] =>
  functionNames.flatMap((name) =>
    ['H#case_01J', 'H#invitation_01J', 'H#survey_01J']
      .flatMap((partition) => changing.map((action) => ({ action: `dynamodb:${action}`, partition })))
      .filter((access) => may(rightsOf(api, name), access))
      .map(({ action, partition }) => `${name} may ${action} in ${partition}.`),
  )
