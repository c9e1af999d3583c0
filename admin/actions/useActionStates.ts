import { useQueries } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, usePermissions } from 'react-admin'
import { actorOf } from '#admin/entity/declaredFields.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Need } from '#shared/rules/decision.ts'
import { type ActionState, actionStates, rulesOf } from '#shared/rules/index.ts'

/** A need that the panel reads. */
type ReadNeed = Exclude<Need, { readonly many: string }>

/**
 * The steps of a record now, each possible or refused, by the rules that the API runs; undefined until the records
 * that the rules need are read.
 */
export function useActionStates(entity: Entity, record: RaRecord): Record<string, ActionState> | undefined {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const needs = Object.entries(needsOf(entity)).filter(
    ([, need]) => me && holds(me, 'under' in need ? need.under : need.one, 'read'),
  )
  const stored = record as RaRecord & AnyRecord
  const answers = useQueries({
    queries: needs.map(([name, need]) => ({
      queryKey: [entity.resource, 'related', record.id, record.version, name],
      queryFn: ({ signal }: { signal: AbortSignal }) => readNeed(provider, need, stored, signal),
    })),
  })
  if (!me || answers.some(({ isPending }) => isPending)) return undefined
  const related = Object.fromEntries(needs.map(([name], index) => [name, answers[index]?.data ?? []]))
  return actionStates(entity, stored, actorOf(me), related)
}

/** What the rules of the steps that people take need to see, without what may be many records. */
function needsOf({ resource, actions }: Entity): Record<string, ReadNeed> {
  const rules = Object.entries(rulesOf(resource).actions).filter(([name]) => actions[name]?.allow.length)
  const needs = rules.flatMap(([, rule]) => Object.entries(rule.needs ?? {}))
  return Object.fromEntries(needs.flatMap(([name, need]) => ('many' in need ? [] : [[name, need]])))
}

async function readNeed(
  provider: RedressProvider,
  need: ReadNeed,
  record: AnyRecord,
  signal: AbortSignal,
): Promise<readonly RecordValues[]> {
  if ('under' in need) {
    const filter = { [entityOf(need.under).under ?? '']: record.id }
    return (await provider.page(need.under, { filter, limit: 200, signal })).rows
  }
  const id = need.id(record, {})
  if (typeof id !== 'string') return []
  const { data } = await provider.getMany(need.one, { ids: [id], signal })
  return data
}
