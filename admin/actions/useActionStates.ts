import { useQueries, useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, usePermissions } from 'react-admin'
import { actorOf } from '#admin/entity/declaredFields.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Need, Rules } from '#shared/rules/decision.ts'
import { type ActionState, actionStates, rulesOf } from '#shared/rules/index.ts'

/** A need that the panel reads. */
type ReadNeed = Exclude<Need, { readonly many: string } | { readonly listed: string }>

/**
 * The steps of a record now, each possible or refused, by the rules that the API runs; undefined until the
 * rules are loaded and the records that they need are read.
 */
export function useActionStates(entity: Entity, record: RaRecord): Record<string, ActionState> | undefined {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const { data: rules } = useQuery({
    queryKey: ['rules', entity.resource],
    queryFn: () => rulesOf(entity.resource),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    structuralSharing: false,
  })
  const needs = Object.entries(rules ? needsOf(rules, entity) : {}).filter(
    ([, need]) => me && holds(me, 'under' in need ? need.under : need.one, 'read'),
  )
  const stored = record as RaRecord & AnyRecord
  const answers = useQueries({
    queries: needs.map(([name, need]) => ({
      queryKey: [entity.resource, 'related', record.id, record.version, name],
      queryFn: ({ signal }: { signal: AbortSignal }) => readNeed(provider, need, stored, signal),
    })),
  })
  if (!me || !rules || answers.some(({ isPending }) => isPending)) return undefined
  const related = Object.fromEntries(needs.map(([name], index) => [name, answers[index]?.data ?? []]))
  return actionStates(rules, entity, stored, actorOf(me), related)
}

/** What the rules of the steps that people take need to see, without what may be many records. */
function needsOf(rules: Rules, { actions }: Entity): Record<string, ReadNeed> {
  const taken = Object.entries(rules.actions).filter(([name]) => actions[name]?.allow.length)
  const needs = taken.flatMap(([, rule]) => Object.entries(rule.needs ?? {}))
  return Object.fromEntries(needs.flatMap(([name, need]) => (isRead(need) ? [[name, need]] : [])))
}

const isRead = (need: Need): need is ReadNeed =>
  !('many' in need || 'listed' in need || ('isWhole' in need && need.isWhole))

async function readNeed(
  provider: RedressProvider,
  need: ReadNeed,
  record: AnyRecord,
  signal: AbortSignal,
): Promise<readonly RecordValues[]> {
  const id = need.id ? need.id(record, {}) : record.id
  if (typeof id !== 'string') return []
  if ('under' in need) {
    const filter = { [entityOf(need.under).under ?? '']: id }
    return (await provider.page(need.under, { filter, limit: 200, signal })).rows
  }
  const { data } = await provider.getMany(need.one, { ids: [id], signal })
  return data
}
