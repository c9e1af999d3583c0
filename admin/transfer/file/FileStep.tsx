import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { Column, Section } from '#admin/frame/Page.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { importLimits } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { StepEnd } from '../Steps.tsx'
import { Guide } from './Guide.tsx'
import type { ImportTable, SheetQuestion, Unread } from './importTable.ts'
import { SheetChoices } from './SheetChoices.tsx'
import { readTable } from './table.ts'
import { saveTemplate } from './template.ts'

interface FileStepProps {
  readonly entity: Entity
  readonly fields: readonly string[]
  /** The file that was chosen before. */
  readonly table: ImportTable | undefined
  readonly take: (table: ImportTable) => void
  readonly next: () => void
}

/** Asks for the file, by a button or by dropping it, and says what it must look like. */
export function FileStep({ entity, fields, table, take, next }: FileStepProps) {
  const { t, locale } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [unread, setUnread] = useState<Unread>()
  const [question, setQuestion] = useState<SheetQuestion>()
  const [sheet, setSheet] = useState('')
  const show = (result: ImportTable | SheetQuestion | Unread) => {
    setUnread('unread' in result ? result : undefined)
    if ('sheets' in result) {
      setQuestion(result)
      setSheet((result.sheets.find(({ isHidden, rows }) => !isHidden && rows > 0) ?? result.sheets[0])?.name ?? '')
    } else if ('header' in result) take(result)
  }
  const read = async (file: File | undefined) => {
    if (!file) return
    setQuestion(undefined)
    show(await readTable(file))
  }
  const readChosen = async () => question && show(await (await import('./workbook.ts')).readSheet(question, sheet))
  const limits = { megabytes: uploadMegabytes.import, rows: formatNumber(importLimits.rows, locale) }
  return (
    <Column>
      <Section title={t('transfer.step.file')}>
        {unread && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {t(`transfer.unread.${unread.unread}`, worded(unread.with, locale))}
          </Alert>
        )}
        <Box
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            void read(event.dataTransfer.files[0])
          }}
          sx={{
            display: 'grid',
            justifyItems: 'center',
            gap: 1.5,
            p: { xs: 3, md: 5 },
            border: '1px dashed',
            borderColor: isOver ? 'primary.main' : 'text.secondary',
            borderRadius: 1,
            bgcolor: isOver ? 'action.hover' : undefined,
            textAlign: 'center',
          }}
        >
          <Button
            variant={table ? 'outlined' : 'contained'}
            startIcon={<UploadFileOutlined />}
            onClick={() => input.current?.click()}
          >
            {t('transfer.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              void read(file)
              // The same file may be chosen again after it was corrected.
              event.target.value = ''
            }}
          />
          <Typography variant="body2" color="textSecondary">
            {t('transfer.drop')}
            <br />
            {t('transfer.limits', limits)}
          </Typography>
        </Box>
      </Section>
      {question && (
        <Section title={<bdi>{question.name}</bdi>}>
          <SheetChoices question={question} sheet={sheet} choose={setSheet} />
        </Section>
      )}
      {!question && (
        <Section title={t('transfer.guide')}>
          <Button
            variant="outlined"
            color="secondary"
            startIcon={<DownloadOutlined />}
            onClick={() => saveTemplate(entity, fields)}
            sx={{ mb: 1.5 }}
          >
            {t('transfer.template')}
          </Button>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
            {t('transfer.guideWorkbook')}
          </Typography>
          <Guide entity={entity} fields={fields} />
        </Section>
      )}
      {question && (
        <StepEnd>
          <Button variant="contained" onClick={() => void readChosen()}>
            {t('transfer.withSheet')}
          </Button>
        </StepEnd>
      )}
      {table && !question && (
        <StepEnd>
          <Typography component="bdi" variant="body2" sx={{ alignSelf: 'center' }}>
            {table.name}
          </Typography>
          <Button variant="contained" onClick={next}>
            {t('transfer.continue')}
          </Button>
        </StepEnd>
      )}
    </Column>
  )
}

const worded = (values: Unread['with'] = {}, locale: string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value, locale) : value,
    ]),
  )
