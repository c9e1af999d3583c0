import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router-dom'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { useCount } from '#admin/home/useCount.ts'
import { formatDay } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { OfferRule } from '#shared/entities/offerRule.ts'

const order = [['ruleVersion', 'DESC']] as const
const columns = ['ruleVersion', 'status', 'validFrom', 'validTo'] as const

/** The versions of a rule, the newest first; each leads to its page. */
export function RuleVersions({ record }: Pick<RecordPageProps, 'record'>) {
  const words = useWords()
  const { data, error } = useCount('offer-rules', { siteId: record.siteId, code: record.code }, order, 50)
  const rows = (data?.rows ?? []) as unknown as OfferRule[]
  const day = (value: string | undefined) => (value ? formatDay(value, words.locale) : '–')
  const title = words.t('offerRule.versions')
  return (
    <Section title={title}>
      {error && <ReadError error={error} />}
      {!data && !error && <Skeleton variant="rounded" height={72} />}
      {data && (
        <TableScroll label={title}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {columns.map((name) => (
                  <TableCell key={name}>{words.field('offer-rules', name)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id} hover selected={row.id === record.id}>
                  <TableCell>
                    <Link component={RouterLink} to={`/offer-rules/${encodeURIComponent(row.id)}/show`}>
                      {row.ruleVersion} · <bdi>{row.name}</bdi>
                    </Link>
                  </TableCell>
                  <TableCell>
                    <State entity={OfferRule} record={row} />
                  </TableCell>
                  <TableCell>{day(row.validFrom)}</TableCell>
                  <TableCell>{day(row.validTo)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
    </Section>
  )
}
