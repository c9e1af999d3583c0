import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, usePermissions, useRefresh } from 'react-admin'
import { useReading } from '#admin/entity/Value.tsx'
import { Unreadable } from '#admin/frame/ErrorBoundary.tsx'
import { Nothing } from '#admin/frame/Page.tsx'
import { formatMoney, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { FileList } from './FileList.tsx'

/** Approved files of the same payer, site and kind of care, to be added to an open batch; the totals follow the choice. */
export function Candidates({ record }: { record: RaRecord }) {
  const { t, locale, failure } = useWords()
  const { currency } = useReading(record)
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const { permissions: me } = usePermissions<Me>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settlement-files', 'candidates', record.id, record.version],
    queryFn: async ({ signal }) => {
      const filter = { payerId: record.payerId, stage: 'approved', siteId: record.siteId, careType: record.careType }
      const { rows } = await provider.page('settlement-files', { filter, limit: 200, signal })
      return rows.filter((row) => !row.batchId)
    },
  })
  if (error) return <Unreadable error={error} again={refetch} />
  if (isPending) return <Skeleton variant="rounded" height={120} />
  if (data.length === 0) return <Nothing>{t('batch.noCandidates')}</Nothing>
  const mayAdd = me !== undefined && holds(me, 'batches', 'add')
  const added = data.filter(({ id }) => chosen.has(String(id)))
  const amount = added.reduce((sum, row) => sum + (row.payerShareMinor ?? 0), record.payerShareMinor ?? 0)
  const toggle = (id: string, isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  const add = async () => {
    try {
      await provider.act('batches', record.id, 'add', { fileIds: added.map(({ id }) => id) }, record.version)
      setChosen(new Set())
      refresh()
    } catch (fault) {
      const why = problemOf(fault)?.errors?.fileIds ?? ''
      notify(`${failure(fault)} ${why}`, {
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
            checked={added.length === data.length}
            indeterminate={added.length > 0 && added.length < data.length}
            onChange={(_, isOn) => setChosen(new Set(isOn ? data.map(({ id }) => String(id)) : []))}
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
            checked={chosen.has(String(row.id))}
            onChange={(_, isOn) => toggle(String(row.id), isOn)}
            slotProps={{ input: { 'aria-label': t('batch.choose', { number: row.number }) } }}
          />
        )}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 2 }}>
        {mayAdd && (
          <Button variant="outlined" disabled={added.length === 0} onClick={() => void add()}>
            {t('batch.add', { smart_count: added.length })}
          </Button>
        )}
        <Box component="span" role="status" sx={{ color: 'text.secondary', fontSize: 14 }}>
          {t('batch.live', {
            files: formatNumber((record.fileCount ?? 0) + added.length, locale),
            amount: `${formatMoney(amount, currency, locale)} ${currency}`,
          })}
        </Box>
      </Box>
    </>
  )
}
