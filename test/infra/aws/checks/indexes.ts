import { projected } from '#functions/platform/store/table.ts'
import { functionNames } from '#infra/bundle/bundle.ts'
import { entities } from '#shared/entities/index.ts'
import { propertiesOf, type SynthesizedTemplate } from '#test/infra/aws/synthesized.ts'
import type { Uses } from './code.ts'
import { may, rightsOf } from './statements.ts'

interface TableProperties {
  readonly GlobalSecondaryIndexes: readonly {
    readonly IndexName: string
    readonly KeySchema: readonly { readonly AttributeName: string }[]
    readonly Projection: { readonly NonKeyAttributes?: readonly string[] }
  }[]
  readonly AttributeDefinitions: readonly { readonly AttributeName: string }[]
}

/** Numbers of the indexes that some view is kept in, each with one of those views. */
const inUse = new Map(
  entities.flatMap((entity) =>
    Object.entries(entity.views).map(([name, { index }]) => [index, `${entity.resource}.${name}`] as const),
  ),
)

/** Numbers of the indexes that the views of the entities are kept in. */
export const indexesInUse: readonly number[] = [...inUse.keys()].sort()

/** Views whose index is not in the table as they need it, as sentences. */
export function missingIndexes(data: SynthesizedTemplate): string[] {
  const [table] = propertiesOf<TableProperties>(data, 'AWS::DynamoDB::Table')
  const defined = table?.AttributeDefinitions.map(({ AttributeName }) => AttributeName) ?? []
  return [...inUse].flatMap(([number, view]) => {
    const index = table?.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === `index${number}`)
    if (!index) return [`The view ${view} is kept in index ${number}, which the table does not have.`]
    const keys = index.KeySchema.map(({ AttributeName }) => AttributeName)
    const isWhole = keys[0] === `p${number}` && keys.length === 2 && keys.every((key) => defined.includes(key))
    const holdsRows = projected.every((name) => index.Projection.NonKeyAttributes?.includes(name))
    return isWhole && holdsRows ? [] : [`Index ${number} of the view ${view} lacks a key or the row.`]
  })
}

/** Functions that list and may not read an index, as sentences. */
export const closedIndexes = (api: SynthesizedTemplate, uses: ReadonlyMap<string, Uses>): string[] =>
  functionNames
    .filter((name) => uses.get(name)?.actions.includes('dynamodb:Query'))
    .flatMap((name) =>
      indexesInUse
        .filter((number) => !may(rightsOf(api, name), { action: 'dynamodb:Query', index: `index${number}` }))
        .map((number) => `${name} lists and may not read index ${number}.`),
    )
