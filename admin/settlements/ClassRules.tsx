import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { textOf } from '#admin/entity/valueText.ts'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { type ClassRule, classRuleFields } from '#shared/rules/settlements/classRule.ts'

/** What a contract grants each class, a rule in a row; terms that no rule states have no column. */
export function ClassRules({ record }: Pick<RecordPageProps, 'record'>) {
  const context = useTextContext('contracts', record)
  const { words } = context
  const rules: readonly ClassRule[] = record.classRules ?? []
  const columns = statedFields(rules)
  const title = words.field('contracts', 'classRules')
  return (
    <Section title={title}>
      {rules.length === 0 ? (
        <EmptyState>{words.t('contract.noRules')}</EmptyState>
      ) : (
        <TableScroll label={title}>
          <Table size="small" sx={{ '& td, & th': { px: 1 } }}>
            <TableHead>
              <TableRow>
                {columns.map(([name, field]) => (
                  <TableCell key={name} sx={{ textAlign: isNumber(field.kind) ? 'end' : 'start' }}>
                    {words.field('contracts', name)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rules.map((rule) => (
                <TableRow key={`${rule.class} ${rule.serviceCategory} ${rule.serviceCode}`}>
                  {columns.map(([name, field]) => (
                    <TableCell key={name} sx={{ textAlign: isNumber(field.kind) ? 'end' : 'start' }}>
                      <bdi>{textOf({ name, field }, rule[name], context)}</bdi>
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
    </Section>
  )
}

const isNumber = (kind: string): boolean => ['money', 'basisPoints', 'integer'].includes(kind)

const fields = Object.entries(classRuleFields) as [keyof ClassRule, (typeof classRuleFields)[keyof ClassRule]][]

/** The fields that at least one of the rules fills. */
export const statedFields = (rules: readonly ClassRule[]) =>
  fields.filter(([name]) => rules.some((rule) => rule[name] !== undefined))
