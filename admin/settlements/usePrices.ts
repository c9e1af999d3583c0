import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, useGetOne } from 'react-admin'
import { useSettled } from '#admin/frame/useSettled.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { type ClaimLine, pricingLineOf } from '#shared/rules/settlements/claim.ts'

/** The amounts of lines under the file's contract, priced by the server a moment after the last change. */
export function usePrices(record: RaRecord, lines: readonly ClaimLine[]) {
  const provider = useDataProvider<RedressProvider>()
  const { data: contract } = useGetOne('contracts', { id: record.contractId })
  const { data: coverage } = useGetOne('coverages', { id: record.coverageId })
  const key = useSettled(JSON.stringify(lines.map(pricingLineOf)), 250)
  const {
    data: priced,
    error,
    isFetching,
  } = useQuery({
    queryKey: ['settlement-files', 'preview', record.contractId, record.class, key],
    queryFn: () =>
      provider.previewLines({
        currency: record.currency,
        class: record.class,
        classRules: contract?.classRules,
        ...(coverage?.used && { used: coverage.used }),
        lines: JSON.parse(key),
      }),
    enabled: contract !== undefined && key !== '[]',
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    byLine: new Map(priced?.lines.map((line) => [line.lineNo, line])),
    totals: lines.length > 0 ? priced?.totals : undefined,
    isPending: isFetching,
    error: error?.message,
  }
}

/** Services that other files of the same payer and site have used, to choose from. */
export function useKnownServices(record: RaRecord): readonly ClaimLine[] {
  const provider = useDataProvider<RedressProvider>()
  const { data } = useQuery({
    queryKey: ['settlement-files', 'services', record.payerId],
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const filter = {
        payerId: record.payerId,
        stage_eq_any: ['estimated', 'verified', 'approved', 'batched', 'delivered'],
      }
      const { rows } = await provider.page('settlement-files', { filter, limit: 40, signal })
      if (rows.length === 0) return []
      const { data: files } = await provider.getMany('settlement-files', { ids: rows.map(({ id }) => id) })
      const lines: ClaimLine[] = files.flatMap((file) => file.lines ?? [])
      return [...new Map(lines.map((line) => [line.serviceCode, line])).values()].toSorted((a, b) =>
        a.description.localeCompare(b.description),
      )
    },
  })
  return data ?? []
}
