import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, useNotify, usePermissions, useRefresh } from 'react-admin'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { FileList } from './FileList.tsx'

/** The files in a batch; from an open one they can be taken out. */
export function BatchFiles({ record }: { record: RaRecord }) {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const { permissions: me } = usePermissions<Me>()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settlement-files', 'ofBatch', record.id, record.version],
    queryFn: async ({ signal }) =>
      (await provider.page('settlement-files', { filter: { batchId: record.id }, limit: 200, signal })).rows,
  })
  const mayRemove = record.status === 'open' && me !== undefined && holds(me, 'batches', 'remove')
  const remove = async (id: string) => {
    try {
      await provider.act('batches', record.id, 'remove', { fileIds: [id] }, record.version)
      refresh()
    } catch (error) {
      notify(failure(error), { type: 'error' })
    }
  }
  if (error) return <ReadError error={error} again={refetch} />
  if (isPending) return <Skeleton variant="rounded" height={120} />
  if (data.length === 0) return <EmptyState>{t('batch.noFiles')}</EmptyState>
  return (
    <FileList
      label={t('batch.files')}
      rows={data}
      maxHeight={480}
      spacing={{ gap: 2, py: 0.5 }}
      after={(row) =>
        mayRemove && (
          <Button
            color="secondary"
            aria-label={t('batch.removeFile', { number: row.number })}
            onClick={() => void remove(String(row.id))}
          >
            {t('batch.remove')}
          </Button>
        )
      }
    />
  )
}
