import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { EmptyState } from '#admin/frame/Page.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { formatDay, formatMoney, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { ClaimLine } from '#shared/rules/settlements/claim.ts'
import { type Amounts, shownAmounts } from './amounts.ts'

/** The services of a file with every amount of their calculation, and the sums below. */
export function Lines({ record }: { record: RaRecord }) {
  const words = useWords()
  const { locale, currency } = useTextContext('settlement-files', record)
  const lines: (ClaimLine & Amounts)[] = record.lines ?? []
  const totals: Amounts = record.totals ?? {}
  if (lines.length === 0) return <EmptyState>{words.t('file.noLines')}</EmptyState>
  const names = shownAmounts(lines)
  const money = (minor: number | undefined) => <bdi dir="ltr">{formatMoney(minor ?? 0, currency, locale)}</bdi>
  const number = { sx: { textAlign: 'end', 'td&': { whiteSpace: 'nowrap' } }, dir: 'ltr' } as const
  const label = (name: string) => words.field('settlement-files', name)
  return (
    <TableScroll label={words.t('file.lines')}>
      <Table size="small" sx={{ '& td, & th': { px: 1, fontSize: 13 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{label('lineNo')}</TableCell>
            <TableCell>{label('description')}</TableCell>
            <TableCell {...number}>
              {label('quantity')} × {label('unitPriceMinor')}
            </TableCell>
            {names.map((name) => (
              <TableCell key={name} {...number}>
                {label(name)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.lineNo}>
              <TableCell>{line.lineNo}</TableCell>
              <TableCell sx={{ minWidth: 160 }}>
                <span dir="auto">{line.description}</span>
                <Typography variant="caption" component="div" color="textSecondary">
                  <bdi>{line.serviceCode}</bdi> · <bdi>{line.serviceCategory}</bdi> ·{' '}
                  <bdi>{formatDay(line.serviceOn, locale)}</bdi>
                </Typography>
              </TableCell>
              <TableCell {...number}>
                {formatNumber(line.quantity, locale)} × {money(line.unitPriceMinor)}
              </TableCell>
              {names.map((name) => (
                <TableCell key={name} {...number}>
                  {name === 'payerShareMinor' ? <strong>{money(line[name])}</strong> : money(line[name])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td, & th': { fontSize: 14, fontWeight: 600, color: 'text.primary', borderBottom: 0 } }}>
            <TableCell component="th" scope="row" colSpan={3}>
              {words.t('file.total')} ({currency})
            </TableCell>
            {names.map((name) => (
              <TableCell key={name} {...number}>
                {money(totals[name])}
              </TableCell>
            ))}
          </TableRow>
        </TableFooter>
      </Table>
    </TableScroll>
  )
}
