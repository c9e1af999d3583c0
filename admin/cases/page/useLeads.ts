import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Site } from '#shared/entities/site.ts'
import type { User } from '#shared/entities/user.ts'
import { levels, recipientsOf } from '#shared/rules/notices/recipients.ts'

/** Leads, their deputies and the site, read again after this time, in milliseconds. */
const staleTime = 60_000

/**
 * The leads who are told at an instant when a unit manager of a site is asked for, by the rule that addresses notices; none
 * until the persons are read. Whoever comes first is the lead on duty.
 */
export function useLeads(siteId: string, at: string): readonly User[] {
  const provider = useDataProvider<RedressProvider>()
  const { data } = useQuery({
    queryKey: ['users', 'leads', siteId],
    queryFn: async ({ signal }) => {
      const filter = { isActive: true, roles_eq_any: levels }
      const [{ data: site }, { rows }] = await Promise.all([
        provider.getOne<Site & RaRecord>('sites', { id: siteId, signal }),
        provider.page('users', { filter, limit: 200, signal }),
      ])
      const ids = rows.flatMap(({ id, deputyId }) => (deputyId ? [id, deputyId] : [id]))
      // Rows of a list hold no hours of duty.
      const { data: users } = await provider.getMany<User & RaRecord>('users', { ids, signal })
      return { site, users }
    },
    staleTime,
  })
  return data ? recipientsOf({ role: 'unit-manager' }, { ...data, now: at }) : []
}
