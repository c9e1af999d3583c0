import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Statement } from '#shared/entities/statement.ts'

/** The statements of a case in full, earliest first. */
export function useStatements(record: RaRecord) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: ['statements', 'ofCase', record.id],
    queryFn: async ({ signal }): Promise<Statement[]> => {
      const { rows } = await provider.page('statements', { filter: { caseId: record.id }, limit: 100, signal })
      if (rows.length === 0) return []
      // Rows of a list hold no narrative.
      const { data } = await provider.getMany<Statement & RaRecord>('statements', {
        ids: rows.map(({ id }) => String(id)),
      })
      return data.toSorted((a, b) => a.takenAt.localeCompare(b.takenAt))
    },
  })
}
