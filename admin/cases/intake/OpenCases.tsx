import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'

/** The cases of a patient that still run, in a line: a second one of the same matter need not be opened. */
export function OpenCases({ patientId }: { patientId: string }) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { data } = useQuery({
    queryKey: ['cases', 'ofPatient', patientId],
    queryFn: async ({ signal }) =>
      (await provider.page('cases', { filter: { patientId, isOpen: true }, limit: 10, signal })).rows,
  })
  const open = data?.filter((row) => !isOver(caseLife, row)) ?? []
  if (open.length === 0) return null
  return (
    <Typography variant="body2" component="div">
      {words.t('intake.recent')}:{' '}
      {open.map((row) => (
        <Box key={row.id} component="span" sx={{ marginInlineEnd: 2, whiteSpace: 'nowrap' }}>
          <Link component={RouterLink} to={`/cases/${row.id}/show`} underline="always">
            {row.number}
          </Link>{' '}
          {words.value('cases', 'type', row.type)} <State entity={Case} record={row} />
        </Box>
      ))}
    </Typography>
  )
}
