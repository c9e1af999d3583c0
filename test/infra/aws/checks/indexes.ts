import { changesShard, dueShard, eventsTick } from '#functions/platform/store/keys.ts'
import { changesIndex, dueIndex } from '#functions/platform/store/table.ts'
import { lambdaSettings } from '#infra/aws/api/lambdaSettings.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { entities } from '#shared/entities/index.ts'
import type { SynthesizedTemplate } from '#test/infra/aws/synthesized.ts'
import type { Uses } from './code.ts'
import { may, rightsOf } from './statements.ts'

/** Every partition of an index that some record can be in, by the word it begins with. */
const partitions: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  [changesIndex.name]: new Map(entities.map(({ resource }) => [resource, changesShard(resource, 3)])),
  [dueIndex.name]: new Map(
    ['jobs', eventsTick, ...schedules.map(({ name }) => name)].map((tick) => [tick, dueShard(tick, 3)]),
  ),
}

/** Names of the indexes. */
export const indexNames: readonly string[] = Object.keys(partitions)

/** The words of an index that a template lets a function ask for. */
export const openTo = (api: SynthesizedTemplate, name: string, index: string): string[] =>
  [...(partitions[index] ?? [])]
    .filter(([, partition]) => may(rightsOf(api, name), { action: 'dynamodb:Query', index, partition }))
    .map(([word]) => word)

/** What functions read of the indexes in their code, in their settings and in their rights, where these differ, as sentences. */
export const wrongIndexes = (api: SynthesizedTemplate, uses: ReadonlyMap<string, Uses>): string[] =>
  lambdaSettings.flatMap(({ name, lists, awaits }) =>
    indexNames.flatMap((index) => {
      const declared = index === changesIndex.name ? lists : awaits
      const open = openTo(api, name, index)
      const isRead = uses.get(name)?.indexes.includes(index) ?? false
      return [
        ...(isRead && declared.length === 0
          ? [`${name} reads the index ${index}, which its settings do not say.`]
          : []),
        ...(!isRead && declared.length > 0 ? [`${name} does not read the index ${index}, as its settings say.`] : []),
        ...declared.filter((word) => !open.includes(word)).map((word) => `${name} may not read ${word} in ${index}.`),
        ...open
          .filter((word) => !declared.includes(word))
          .map((word) => `${name} may read ${word} in ${index} and does not list it.`),
      ]
    }),
  )
