import Box from '@mui/material/Box'
import type { RaRecord } from 'react-admin'

/** A patient in one line: name, member number, phone, birth date. */
export function PatientLine({ row }: { row: RaRecord }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box dir="auto" sx={{ fontWeight: 600, color: 'text.primary' }}>
        {row.name}
      </Box>
      <Box sx={{ fontSize: 13, color: 'text.secondary', fontWeight: 400 }}>
        <bdi>{[row.memberNumber, row.phone, row.birthDate].filter(Boolean).join(' · ')}</bdi>
      </Box>
    </Box>
  )
}
