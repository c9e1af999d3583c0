import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'

/** A patient in one line: name, member number, phone, birth date. */
export function PatientLine({ row }: { row: RaRecord }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="body2" dir="auto" color="textPrimary" sx={{ fontWeight: 'bold' }}>
        {row.name}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        <bdi>{[row.memberNumber, row.phone, row.birthDate].filter(Boolean).join(' · ')}</bdi>
      </Typography>
    </Box>
  )
}
