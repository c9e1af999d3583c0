import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import { isErasedText } from '#shared/values/erasedText.ts'

/** A patient in one line: name, member number, phone, birth date. */
export function PatientLine({ row }: { row: RaRecord }) {
  const { shown } = useWords()
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="body2" dir="auto" color="textPrimary" sx={{ fontWeight: 'bold' }}>
        {shown(row.name)}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        <bdi>
          {[row.memberNumber, row.phone, row.birthDate].filter((each) => each && !isErasedText(each)).join(' · ')}
        </bdi>
      </Typography>
    </Box>
  )
}
