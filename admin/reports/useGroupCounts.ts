import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { Group, RedressProvider } from '#admin/provider/contract.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'

interface GroupsQuestion {
  readonly by: readonly string[]
  readonly sum?: readonly string[]
  readonly filter: RecordValues
}

/** Reads counts and sums for a report; what was read stays while a filter changes. */
export function useGroupCounts(resource: string, { by, sum = [], filter }: GroupsQuestion) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: [resource, 'groups', by, sum, filter],
    queryFn: ({ signal }) => provider.groups(resource, { by, sum, filter, signal }),
    placeholderData: keepPreviousData,
  })
}

/** How many records the groups have that a condition finds; all of them without one. */
export const countIn = (groups: readonly Group[], isMeant: (key: Group['key']) => boolean = () => true): number =>
  groups.reduce((sum, { key, count }) => sum + (isMeant(key) ? count : 0), 0)
