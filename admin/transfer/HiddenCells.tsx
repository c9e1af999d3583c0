import Typography from '@mui/material/Typography'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { SheetNotes } from '#shared/values/workbook/sheetTable.ts'

/** Says what is taken from a sheet although people may not see it there, and what merged cells mean. */
export function HiddenCells({ notes }: { notes: SheetNotes }) {
  const { t, locale } = useWords()
  const sentences = [
    notes.hiddenRows > 0 && t('transfer.hiddenRows', counted(notes.hiddenRows, locale)),
    notes.hiddenColumns > 0 && t('transfer.hiddenColumns', counted(notes.hiddenColumns, locale)),
    notes.mergedCells > 0 && t('transfer.mergedCells', counted(notes.mergedCells, locale)),
  ].filter((sentence) => sentence !== false)
  if (sentences.length === 0) return null
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      {sentences.join(' ')}
    </Typography>
  )
}
