import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDataProvider } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { onStorageRefused } from '#admin/provider/storage.ts'

/** How often health is asked while all is well, and while the disk is at fault, in milliseconds. */
const pauses = { wellMs: 120_000, faultMs: 15_000 } as const

/** Says above every page that the disk takes no changes, from the first refused write or what health says until it does. */
export function StorageNotice() {
  const { t } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { data: rule, refetch } = useQuery({
    queryKey: ['storage'],
    queryFn: async ({ signal }) => (await provider.storageFault(signal)) ?? null,
    refetchInterval: ({ state }) => (state.data ? pauses.faultMs : pauses.wellMs),
    refetchIntervalInBackground: false,
    retry: false,
  })
  useEffect(() => onStorageRefused(() => void refetch()), [refetch])
  return rule ? (
    <Alert severity="warning" square role="status" sx={{ flexShrink: 0 }}>
      {t(`frame.storage.${rule}`)}
    </Alert>
  ) : null
}
