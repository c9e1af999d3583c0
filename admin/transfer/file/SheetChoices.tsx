import Stack from '@mui/material/Stack'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { Choices } from '../Choices.tsx'
import type { SheetQuestion } from './importTable.ts'

interface SheetChoicesProps {
  readonly question: SheetQuestion
  readonly sheet: string
  readonly choose: (sheet: string) => void
}

/** Asks which sheet of a workbook is imported, with the rows of each; hidden ones say so. */
export function SheetChoices({ question, sheet, choose }: SheetChoicesProps) {
  const { t, locale } = useWords()
  const aboutOf = (rows: number, isHidden: boolean) =>
    [t('transfer.rowCount', counted(rows, locale)), ...(isHidden ? [t('transfer.hiddenSheet')] : [])].join(' · ')
  return (
    <Stack>
      <Choices
        title={t('transfer.sheet')}
        value={sheet}
        choose={choose}
        choices={question.sheets.map(({ name, rows, isHidden }) => ({
          name,
          label: name,
          why: aboutOf(rows, isHidden),
        }))}
      />
    </Stack>
  )
}
