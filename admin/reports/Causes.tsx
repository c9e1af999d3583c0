import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { counted, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { ReportSection } from './ReportSection.tsx'
import { casesOf, type ReportScope } from './reportScope.ts'
import { useGroupCounts } from './useGroupCounts.ts'
import { usePreventionActions } from './usePreventionActions.ts'

/** Actions shown of one cause; the others stand behind the number. */
const shownActions = 3

/** Causes that more than one case has, with what was promised so that they do not happen again. */
export function Causes({ scope }: { scope: ReportScope }) {
  const words = useWords()
  const { t, locale } = words
  const filter = casesOf(scope)
  const read = useGroupCounts('cases', { by: ['cause'], filter })
  const actions = usePreventionActions(scope)
  const causes = (read.data ?? []).filter(({ key, count }) => key.cause !== null && count > 1)
  return (
    <ReportSection
      title={t('reports.causes')}
      note={t('reports.causesWhy')}
      read={{ ...read, error: read.error ?? actions.error }}
      isEmpty={causes.length === 0}
    >
      <TableScroll label={t('reports.causes')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{words.field('cases', 'cause')}</TableCell>
              <TableCell sx={{ textAlign: 'end' }}>{words.resource('cases')}</TableCell>
              <TableCell>{t('reports.prevention')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {causes.map(({ key: { cause }, count }) => {
              const own = actions.data?.filter((action) => action.cause === cause) ?? []
              return (
                <TableRow key={String(cause)} sx={{ verticalAlign: 'top', breakInside: 'avoid' }}>
                  <TableCell>
                    <Link component={RouterLink} to={listAddress('cases', { filter: { ...filter, cause } })}>
                      {words.value('cases', 'cause', cause)}
                    </Link>
                  </TableCell>
                  <TableCell sx={{ textAlign: 'end' }}>{formatNumber(count, locale)}</TableCell>
                  <TableCell sx={{ minWidth: 260 }}>
                    {actions.data && own.length === 0 && (
                      <Typography variant="body2" color="textSecondary">
                        {t('reports.noPrevention')}
                      </Typography>
                    )}
                    <Stack component="ul" className="plain" spacing={0.5}>
                      {own.slice(0, shownActions).map(({ id, promise }) => (
                        <Box component="li" key={id} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
                          <Link component={RouterLink} to={`/promises/${id}/show`} sx={{ flex: 1, minWidth: 0 }}>
                            <bdi>{words.shown(promise.text)}</bdi>
                          </Link>
                          <State entity={CasePromise} record={promise} />
                        </Box>
                      ))}
                    </Stack>
                    {own.length > shownActions && (
                      <Typography variant="caption" color="textSecondary">
                        {t('reports.moreActions', counted(own.length - shownActions, locale))}
                      </Typography>
                    )}
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </TableScroll>
    </ReportSection>
  )
}
