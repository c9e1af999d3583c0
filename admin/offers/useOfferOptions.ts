import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider } from 'react-admin'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { OfferOptionReply } from '#shared/api/offers.ts'

/** What may be offered in a case, read again when the case changes; for a role that is tried, if one is named. */
export function useOfferOptions({ id, version }: RaRecord, role?: string, isEnabled = true) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: ['offers', 'options', id, version, role],
    queryFn: ({ signal }): Promise<OfferOptionReply[]> => provider.offerOptions(id, role, signal),
    placeholderData: keepPreviousData,
    enabled: isEnabled,
  })
}
