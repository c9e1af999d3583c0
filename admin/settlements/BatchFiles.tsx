import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useDataProvider, useNotify, usePermissions, useRefresh } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Money, useReading } from '#admin/entity/Value.tsx'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Nothing } from '#admin/frame/Page.tsx'
import { formatDay } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'

/** The files in a batch; from an open one they can be taken out. */
export function BatchFiles({ record }: { record: RaRecord }) {
  const { t } = useWords()
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
    } catch (fault) {
      notify(fault instanceof Error ? fault.message : t('problems.other'), { type: 'error' })
    }
  }
  if (error) return <Unreadable error={error} again={refetch} />
  if (isPending) return <Skeleton variant="rounded" height={120} />
  if (data.length === 0) return <Nothing>{t('batch.noFiles')}</Nothing>
  return (
    <Box
      component="ul"
      tabIndex={0}
      aria-label={t('batch.files')}
      sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 480, overflow: 'auto' }}
    >
      {data.map((row) => (
        <Box
          key={row.id}
          component="li"
          sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 0.5, borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <FileLine row={row} />
          </Box>
          {mayRemove && (
            <Button
              color="secondary"
              aria-label={t('batch.removeFile', { number: row.number })}
              onClick={() => void remove(String(row.id))}
            >
              {t('batch.remove')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  )
}

/** A settlement file in one line. */
export function FileLine({ row }: { row: RaRecord }) {
  const reading = useReading(row)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'baseline', fontSize: 14 }}>
      <Link component={RouterLink} to={`/settlement-files/${row.id}/show`} sx={{ fontWeight: 600 }}>
        {row.number}
      </Link>
      <Box component="span" sx={{ flex: 1, minWidth: 120 }}>
        <bdi>{row.patientName}</bdi>
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {row.serviceOn && formatDay(row.serviceOn, reading.locale)}
      </Box>
      <Money minor={row.payerShareMinor ?? 0} reading={reading} />
    </Box>
  )
}
