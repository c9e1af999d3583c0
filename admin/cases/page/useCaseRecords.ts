import { useQueries, useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, usePermissions } from 'react-admin'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { Statement } from '#shared/entities/statement.ts'

/** The records of some resources that stand under a case, in full, each with how its reading went. */
export function useCaseRecords(record: RaRecord, resources: readonly string[]) {
  const queryOf = useQueryOf<RaRecord>(record)
  return useQueries({ queries: resources.map(queryOf) })
}

/** The statements of a case in full, earliest first. */
export function useStatements(record: RaRecord) {
  const read = useQuery(useQueryOf<Statement & RaRecord>(record)('statements'))
  return { ...read, data: read.data?.toSorted((a, b) => a.takenAt.localeCompare(b.takenAt)) }
}

/** Messages to the patient of a case since it was received. */
export function useMessages({ patientId, receivedAt }: RaRecord) {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  return useQuery({
    queryKey: ['messages', 'ofPatient', patientId, receivedAt],
    queryFn: async ({ signal }) => {
      const filter = { patientId, createdAt_gte: receivedAt }
      return (await provider.page('messages', { filter, limit: 50, signal })).rows
    },
    enabled: me !== undefined && holds(me, 'messages', 'read'),
  })
}

/** How the records of a resource under a case are read; those that the person may not read are not asked for. */
function useQueryOf<R extends RaRecord>({ id: caseId }: RaRecord) {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  return (resource: string) => ({
    queryKey: [resource, 'ofCase', caseId],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<R[]> => {
      const { rows } = await provider.page(resource, { filter: { caseId }, limit: 200, signal })
      if (rows.length === 0) return []
      // Rows of a list hold no long texts.
      return (await provider.getMany<R>(resource, { ids: rows.map(({ id }) => id), signal })).data
    },
    enabled: me !== undefined && holds(me, resource, 'read'),
  })
}
