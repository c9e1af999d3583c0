import { actorOf } from '#admin/entity/declaredFields.ts'
import type { Words } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { groupColumns } from '#shared/api/groups.ts'
import { hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'

/** The column and the span of time by which a list is grouped: `receivedAt` and `month` of `receivedAt:month`. */
export const partsOfGroup = (group: string) => group.split(':') as [column: string, span?: 'day' | 'month']

/** What records are grouped by, in words: "Status", "Received, by month". */
export function groupLabel(entity: Entity, group: string, words: Pick<Words, 't' | 'field'>): string {
  const [column, span] = partsOfGroup(group)
  const name = words.field(entity.resource, column)
  return span ? words.t(`groups.${span}`, { name }) : name
}

/** The columns by which this person can group a list, as the API takes them; those that tell records apart are left out. */
export const groupsFor = (entity: Entity, me: Me): string[] =>
  groupColumns(entity, hiddenFields(actorOf(me), entity)).filter((group) => {
    const [column] = partsOfGroup(group)
    return column !== entity.title && fieldOf(entity, column)?.kind !== 'money'
  })
