import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useDataProvider, useListContext } from 'react-admin'
import { DialogEnd } from '#admin/frame/DialogEnd.tsx'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Choices } from './Choices.tsx'
import { type ExportChoice, exportOf } from './exported.ts'
import { modesFor } from './modes.ts'
import { useStart } from './useStart.ts'

interface ExportDialogProps {
  readonly entity: Entity
  readonly me: Me
  /** The columns of the sheet, in the person's order. */
  readonly columns: readonly string[]
  readonly close: () => void
}

/** Writes a list as a file: which rows, which columns, then its progress and the file itself. */
export function ExportDialog({ entity, me, columns, close }: ExportDialogProps) {
  const { t, resource, locale } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { selectedIds, filterValues, sort } = useListContext()
  const { start, isBusy, refusal } = useStart()
  const [choice, setChoice] = useState<ExportChoice>({
    rows: selectedIds.length > 0 ? 'marked' : 'listed',
    columns: 'shown',
  })
  const [job, setJob] = useState<string>()
  const run = async () => {
    const asked = exportOf(entity, me, { selectedIds, filterValues, sort, columns }, choice)
    setJob(await start(asked, (key) => provider.exportList(entity.resource, asked, key)))
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="export-title">
      <DialogTitle id="export-title" sx={{ typography: 'h2' }}>
        {t('transfer.exportTitle', { name: resource(entity.resource) })}
      </DialogTitle>
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
          <Box sx={{ display: 'grid', gap: 2 }}>
            {refusal && <Alert severity="error">{refusal}</Alert>}
            {selectedIds.length > 0 && (
              <Choices
                title={t('transfer.rows')}
                value={choice.rows}
                choose={(rows) => setChoice({ ...choice, rows })}
                choices={[
                  { name: 'marked', label: t('transfer.marked', counted(selectedIds.length, locale)) },
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
            <Box sx={{ color: 'text.secondary', fontSize: 14 }}>
              {t(modesFor(entity, me).length > 0 ? 'transfer.exportWhy' : 'transfer.exportCsv')}
            </Box>
          </Box>
        )}
      </DialogContent>
      {!job && (
        <DialogEnd close={close}>
          <Button variant="contained" disabled={isBusy} onClick={() => void run()}>
            {t('actions.export')}
          </Button>
        </DialogEnd>
      )}
    </Dialog>
  )
}
