import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, usePermissions, useRefresh } from 'react-admin'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState } from '#admin/frame/Page.tsx'
import { formatMoney, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { FileList } from './FileList.tsx'

/** Approved files of the same payer, site and kind of care, to be added to an open batch; the totals follow the choice. */
export function Candidates({ record }: { record: RaRecord }) {
  const { t, locale, failure } = useWords()
  const { currency } = useTextContext('batches', record)
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const { permissions: me } = usePermissions<Me>()
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settlement-files', 'candidates', record.id, record.version],
    queryFn: async ({ signal }) => {
      const { payerId, siteId, careType } = record
      const filter = { payerId, siteId, careType, stage: 'approved', batchId_empty: true }
      return (await provider.page('settlement-files', { filter, limit: 200, signal })).rows
    },
  })
  if (error) return <ReadError error={error} again={refetch} />
  if (isPending) return <Skeleton variant="rounded" height={120} />
  if (data.length === 0) return <EmptyState>{t('batch.noCandidates')}</EmptyState>
  const mayAdd = me !== undefined && holds(me, 'batches', 'add')
  const additions = data.filter(({ id }) => selection.has(String(id)))
  const amount = additions.reduce((sum, row) => sum + (row.payerShareMinor ?? 0), record.payerShareMinor ?? 0)
  const toggle = (id: string, isOn: boolean) =>
    setSelection(new Set(isOn ? [...selection, id] : [...selection].filter((each) => each !== id)))
  const add = async () => {
    try {
      await provider.act('batches', record.id, 'add', { fileIds: additions.map(({ id }) => id) }, record.version)
      setSelection(new Set())
      refresh()
    } catch (error) {
      const why = problemOf(error)?.errors?.fileIds ?? ''
      notify(`${failure(error)} ${why}`, {
        type: 'error',
        autoHideDuration: 12_000,
      })
    }
  }
  return (
    <>
      <FormControlLabel
        label={t('batch.chooseAll')}
        control={
          <Checkbox
            size="small"
            checked={additions.length === data.length}
            indeterminate={additions.length > 0 && additions.length < data.length}
            onChange={(_, isOn) => setSelection(new Set(isOn ? data.map(({ id }) => String(id)) : []))}
          />
        }
      />
      <FileList
        label={t('batch.candidates')}
        rows={data}
        maxHeight={420}
        before={(row) => (
          <Checkbox
            size="small"
            checked={selection.has(String(row.id))}
            onChange={(_, isOn) => toggle(String(row.id), isOn)}
            slotProps={{ input: { 'aria-label': t('batch.choose', { number: row.number }) } }}
          />
        )}
      />
      <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'center', mt: 2 }}>
        {mayAdd && (
          <Button variant="outlined" disabled={additions.length === 0} onClick={() => void add()}>
            {t('batch.add', { smart_count: additions.length })}
          </Button>
        )}
        <Typography variant="body2" component="span" role="status" color="textSecondary">
          {t('batch.live', {
            files: formatNumber((record.fileCount ?? 0) + additions.length, locale),
            amount: `${formatMoney(amount, currency, locale)} ${currency}`,
          })}
        </Typography>
      </Stack>
    </>
  )
}
