import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider } from 'react-admin'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { runningStates } from '#shared/declaration/lifecycle.ts'
import { followUpLife } from '#shared/entities/followUp.ts'
import { inCallOrder } from './callOrder.ts'

/** Whose calls a list shows. */
export const callOwners = ['mine', 'nobody', 'everybody'] as const
export type CallOwner = (typeof callOwners)[number]

const whose = (owner: CallOwner, { id }: Me): RecordValues =>
  owner === 'everybody' ? {} : owner === 'nobody' ? { assigneeId_empty: true } : { assigneeId: id }

/** The filter of the calls that stand on the lists until a day. */
export const callFilter = (owner: CallOwner, me: Me, today: string): RecordValues => ({
  ...whose(owner, me),
  callOn_lte: today,
  status_eq_any: runningStates(followUpLife),
})

/** The calls of today in the order in which they are made. */
export function useCalls(owner: CallOwner, me: Me, today: string) {
  const provider = useDataProvider<RedressProvider>()
  const filter = callFilter(owner, me, today)
  const read = useQuery({
    queryKey: ['follow-ups', 'calls', filter],
    queryFn: ({ signal }) => provider.page('follow-ups', { filter, order: [['dueTo', 'ASC']], limit: 100, signal }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  return { ...read, calls: inCallOrder(read.data?.rows ?? [], new Date().toISOString()) }
}

/** Records of a patient with their long texts, the newest first or in the order that is asked for. */
export function usePatientRecords(
  resource: string,
  filter: RecordValues,
  order: readonly [string, 'ASC' | 'DESC'],
  limit: number,
) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: [resource, 'ofPatient', filter, limit],
    queryFn: async ({ signal }): Promise<RaRecord[]> => {
      const { rows } = await provider.page(resource, { filter, order: [order], limit, signal })
      const ids = rows.map(({ id }) => id)
      return ids.length > 0 ? (await provider.getMany(resource, { ids, signal })).data : []
    },
  })
}
