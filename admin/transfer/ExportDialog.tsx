import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { counted, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { useListState } from '#admin/sheet/useListState.ts'
import { paperLimits } from '#shared/api/transfer.ts'
import { Choices } from './Choices.tsx'
import { type ExportChoice, exportOf } from './exported.ts'
import { modesFor } from './modes.ts'
import { useStart } from './useStart.ts'

/** Exports a list as a file: asks which rows and columns, then shows the progress and the file. */
export function ExportDialog({ close }: { close: () => void }) {
  const words = useWords()
  const { t, resource, locale } = words
  const provider = useDataProvider<RedressProvider>()
  const { entity, me, selectedIds, filterValues, order, preferences } = useListState()
  const { start, isBusy, refusal } = useStart()
  const [choice, setChoice] = useState<ExportChoice>({
    rows: selectedIds.length > 0 ? 'selected' : 'listed',
    columns: 'shown',
    format: 'csv',
  })
  const [job, setJob] = useState<string>()
  const mayImport = modesFor(entity, me).length > 0
  const run = async () => {
    const columns = preferences.shown.map(({ name }) => name)
    const request = exportOf(entity, me, { selectedIds, filterValues, order, columns }, choice, words)
    setJob(await start(request, (key) => provider.exportList(entity.resource, request, key)))
  }
  return (
    <Dialog open onClose={close} aria-labelledby="export-title">
      <DialogTitle id="export-title">{t('transfer.exportTitle', { name: resource(entity.resource) })}</DialogTitle>
      <DialogContent>
        {job ? (
          <JobRun
            id={job}
            buttons={() => (
              <Button color="secondary" onClick={close}>
                {t('frame.close')}
              </Button>
            )}
          />
        ) : (
          <Stack spacing={2}>
            {refusal && <Alert severity="error">{refusal}</Alert>}
            {selectedIds.length > 0 && (
              <Choices
                title={t('transfer.rows')}
                value={choice.rows}
                choose={(rows) => setChoice({ ...choice, rows })}
                choices={[
                  { name: 'selected', label: t('transfer.selected', counted(selectedIds.length, locale)) },
                  { name: 'listed', label: t('transfer.listed'), why: t('transfer.listedWhy') },
                ]}
              />
            )}
            <Choices
              title={t('sheet.columns')}
              value={choice.columns}
              choose={(chosen) => setChoice({ ...choice, columns: chosen })}
              choices={[
                { name: 'shown', label: t('transfer.shownColumns'), why: t('transfer.shownColumnsWhy') },
                { name: 'all', label: t('transfer.allColumns'), why: t('transfer.allColumnsWhy') },
              ]}
            />
            <Choices
              title={t('transfer.format')}
              value={choice.format}
              choose={(format) => setChoice({ ...choice, format })}
              choices={[
                { name: 'csv', label: 'CSV', why: t(mayImport ? 'transfer.exportWhy' : 'transfer.exportCsv') },
                { name: 'xlsx', label: 'XLSX', why: t('transfer.exportXlsx') },
                {
                  name: 'pdf',
                  label: 'PDF',
                  why: t('transfer.exportPdf', {
                    rows: formatNumber(paperLimits.rows, locale),
                    columns: paperLimits.columns,
                  }),
                },
              ]}
            />
          </Stack>
        )}
      </DialogContent>
      {!job && (
        <DialogButtons close={close}>
          <Button variant="contained" disabled={isBusy} onClick={() => void run()}>
            {t('transfer.exportNow')}
          </Button>
        </DialogButtons>
      )}
    </Dialog>
  )
}
