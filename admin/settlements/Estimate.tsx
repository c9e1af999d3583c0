import AddIcon from '@mui/icons-material/Add'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { useReading } from '#admin/entity/Value.tsx'
import { DialogEnd } from '#admin/frame/DialogEnd.tsx'
import { formatMoney } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import type { ClaimLine } from '#shared/rules/settlements/claim.ts'
import { blankLine, draftOf, type EstimateDraft, readLine } from './draft.ts'
import { LineRow } from './LineRow.tsx'
import { useKnownServices, usePrices } from './usePrices.ts'

/** Prices a file: its services line by line, with what payer and patient pay shown as they are typed. */
export function Estimate({ record, close }: { record: RaRecord; close: () => void }) {
  const { t, failure } = useWords()
  const { currency, locale } = useReading(record)
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const stored: ClaimLine[] = record.lines ?? []
  const [drafts, setDrafts] = useState<EstimateDraft[]>(
    stored.length > 0 ? stored.map((line) => draftOf(line, currency)) : [blankLine(record.serviceOn)],
  )
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<{ message: string; rule?: string }>()
  const services = useKnownServices(record)
  const read = drafts.map((draft, index) => readLine(draft, index + 1, currency))
  const lines = read.filter((line): line is ClaimLine => line !== undefined)
  const prices = usePrices(record, lines)
  const isReady = lines.length === drafts.length && drafts.length > 0
  const change = (index: number, to: Partial<EstimateDraft>) =>
    setDrafts(drafts.map((draft, place) => (place === index ? { ...draft, ...to } : draft)))
  const save = async () => {
    setRefusal(undefined)
    try {
      await provider.act(
        'settlement-files',
        record.id,
        'estimate',
        { lines, ...(reason && { editReason: reason }) },
        record.version,
      )
      notify(t('steps.done', { action: t('actions.estimate') }), { type: 'success' })
      close()
      refresh()
    } catch (error) {
      setRefusal({
        message: failure(error),
        rule: problemOf(error)?.rule,
      })
    }
  }
  const money = (minor: number | undefined) => (
    <bdi dir="ltr">{minor === undefined ? '…' : `${formatMoney(minor, currency, locale)} ${currency}`}</bdi>
  )
  return (
    <Dialog open onClose={close} fullWidth maxWidth="lg" aria-labelledby="estimate-title">
      <DialogTitle id="estimate-title" sx={{ typography: 'h2' }}>
        {t('file.estimate')} · <bdi>{record.number}</bdi>
      </DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 1, pt: 1 }}>
          {drafts.map((draft, index) => (
            <LineRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place until it is saved
              key={index}
              lineNo={index + 1}
              draft={draft}
              isRead={read[index] !== undefined}
              price={prices.byLine.get(index + 1)}
              currency={currency}
              services={services}
              change={(to) => change(index, to)}
              remove={drafts.length > 1 ? () => setDrafts(drafts.filter((_, place) => place !== index)) : undefined}
            />
          ))}
        </Box>
        <Button
          startIcon={<AddIcon />}
          onClick={() => setDrafts([...drafts, blankLine(record.serviceOn)])}
          sx={{ mt: 1 }}
        >
          {t('file.addLine')}
        </Button>
        <Box
          role="status"
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 3,
            mt: 2,
            p: 2,
            borderRadius: 1,
            bgcolor: 'background.default',
          }}
        >
          <span>
            {t('fields.grossMinor')} <strong>{money(prices.totals?.grossMinor)}</strong>
          </span>
          <span>
            {t('fields.discountMinor')} <strong>{money(prices.totals?.discountMinor)}</strong>
          </span>
          <span>
            {t('file.patient')} <strong>{money(prices.totals?.patientShareMinor)}</strong>
          </span>
          <span>
            {t('file.payer')} <strong>{money(prices.totals?.payerShareMinor)}</strong>
          </span>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {prices.isPending ? t('file.previewing') : t('file.preview')}
          </Box>
        </Box>
        {prices.error && (
          <Alert severity="warning" sx={{ mt: 2 }}>
            {prices.error}
          </Alert>
        )}
        {refusal && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {refusal.message}
          </Alert>
        )}
        {refusal?.rule === 'EDITS_FAILED' && (
          <TextField
            label={t('fields.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            sx={{ mt: 2 }}
            multiline
          />
        )}
      </DialogContent>
      <DialogEnd close={close}>
        <Button variant="contained" disabled={!isReady} onClick={() => void save()}>
          {t('file.save')}
        </Button>
      </DialogEnd>
    </Dialog>
  )
}
