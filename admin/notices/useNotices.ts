import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Notice } from '#shared/entities/notice.ts'

/** Key of everything read about notices, so that one change refreshes the bell and the inbox. */
const key = 'own notices'

/** How notices are read: again every 20 s while the panel is seen and when it is seen again, never while it is hidden. */
const live = {
  refetchInterval: 20_000,
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: true,
  staleTime: 0,
  placeholderData: keepPreviousData,
} as const

/** The filter of a person's notices that were read, or were not. */
export const ownNotices = (userId: string, isRead: boolean) => ({ userId, readAt_empty: !isRead })

/** How many notices a person has not read. */
export function useUnreadCount(userId: string | undefined): number {
  const provider = useDataProvider<RedressProvider>()
  const { data } = useQuery({
    ...live,
    queryKey: [key, userId],
    queryFn: ({ signal }) => provider.page('notices', { filter: ownNotices(userId ?? '', false), limit: 1, signal }),
    enabled: userId !== undefined,
  })
  return data?.total ?? 0
}

/** A person's notices, the newest first, and how many there are. */
export function useNotices(userId: string, isRead: boolean, limit: number) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    ...live,
    queryKey: [key, userId, isRead, limit],
    queryFn: async ({ signal }) => {
      const { rows, total } = await provider.page('notices', { filter: ownNotices(userId, isRead), limit, signal })
      const ids = rows.map(({ id }) => String(id))
      if (ids.length === 0) return { notices: [], total }
      // A row has no values for its sentence; the record has.
      const { data } = await provider.getMany<Notice>('notices', { ids, signal })
      return { notices: ids.flatMap((id) => data.find((notice) => notice.id === id) ?? []), total }
    },
  })
}

/** Reads the notices that are shown once more. */
export function useRefreshNotices() {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries({ queryKey: [key] }), [client])
}
