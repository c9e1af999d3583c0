import AddIcon from '@mui/icons-material/Add'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
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
  const { t, action, field, failure } = useWords()
  const label = (name: string) => field('settlement-files', name)
  const { currency, locale } = useTextContext('settlement-files', record)
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
  const results = drafts.map((draft, index) => readLine(draft, index + 1, currency))
  const lines = results.filter((line): line is ClaimLine => line !== undefined)
  const prices = usePrices(record, lines)
  const isReady = lines.length === drafts.length && drafts.length > 0
  const change = (index: number, to: Partial<EstimateDraft>) =>
    setDrafts(drafts.map((draft, each) => (each === index ? { ...draft, ...to } : draft)))
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
      notify(t('steps.done', { action: action('settlement-files', 'estimate') }), { type: 'success' })
      close()
      refresh()
    } catch (error) {
      setRefusal({
        message: failure(error),
        rule: problemOf(error)?.rule,
      })
    }
  }
  const { totals } = prices
  const sums = [
    [label('grossMinor'), totals?.grossMinor],
    [label('discountMinor'), totals?.discountMinor],
    [t('file.patient'), totals?.patientShareMinor],
    [t('file.payer'), totals?.payerShareMinor],
  ] as const
  const money = (minor: number | undefined) => (
    <bdi dir="ltr">{minor === undefined ? '…' : `${formatMoney(minor, currency, locale)} ${currency}`}</bdi>
  )
  return (
    <Dialog open onClose={close} maxWidth="lg" aria-labelledby="estimate-title">
      <DialogTitle id="estimate-title">
        {t('file.estimate')} · <bdi>{record.number}</bdi>
      </DialogTitle>
      <DialogContent>
        <Stack spacing={1} sx={{ pt: 1 }}>
          {drafts.map((draft, index) => (
            <LineRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no id until it is saved
              key={index}
              lineNo={index + 1}
              draft={draft}
              isRead={results[index] !== undefined}
              price={prices.byLine.get(index + 1)}
              currency={currency}
              services={services}
              change={(to) => change(index, to)}
              remove={drafts.length > 1 ? () => setDrafts(drafts.filter((_, each) => each !== index)) : undefined}
            />
          ))}
        </Stack>
        <Button
          startIcon={<AddIcon />}
          onClick={() => setDrafts([...drafts, blankLine(record.serviceOn)])}
          sx={{ mt: 1 }}
        >
          {t('file.addLine')}
        </Button>
        <Stack
          role="status"
          direction="row"
          spacing={3}
          sx={{ flexWrap: 'wrap', mt: 2, p: 2, borderRadius: 1, bgcolor: 'background.default' }}
        >
          {sums.map(([label, minor]) => (
            <span key={label}>
              {label} <strong>{money(minor)}</strong>
            </span>
          ))}
          <Typography variant="caption" color="textSecondary">
            {prices.isPending ? t('file.previewing') : t('file.preview')}
          </Typography>
        </Stack>
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
            label={label('reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            sx={{ mt: 2 }}
            multiline
          />
        )}
      </DialogContent>
      <DialogButtons close={close}>
        <Button variant="contained" disabled={!isReady} onClick={() => void save()}>
          {t('file.save')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
