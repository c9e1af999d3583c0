import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'
import { NullableBooleanInput } from 'react-admin'
import { EntryList } from '#admin/entity/EntryList.tsx'
import { Fieldset, Input, type InputProps } from '#admin/entity/Input.tsx'
import { TableScroll } from '#admin/frame/TableScroll.tsx'
import { useWords } from '#admin/language/words.ts'
import { classRuleFields } from '#shared/rules/settlements/classRule.ts'

const fields = Object.entries(classRuleFields)

/** The rules of a contract as a table: a rule is a row, and a term left empty is inherited from the wider rule. */
export function ClassRulesInput({ source }: InputProps) {
  const words = useWords()
  return (
    <Fieldset legend={words.field('contracts', source)}>
      <EntryList source={source} noun={words.t('contract.rule')} add={words.t('contract.addRule')} frame={RuleTable}>
        {({ path, buttons }) => (
          <TableRow>
            {fields.map(([name, field], column) => (
              <TableCell key={name} sx={{ minWidth: widthOf(field.kind), ...cell, ...(column === 0 && firstColumn) }}>
                {field.kind === 'boolean' ? (
                  <NullableBooleanInput
                    source={`${path}.${name}`}
                    label={words.field('contracts', name)}
                    helperText={false}
                    fullWidth
                  />
                ) : (
                  <Input resource="contracts" source={`${path}.${name}`} field={field} />
                )}
              </TableCell>
            ))}
            <TableCell sx={{ ...cell, ...sticky, insetInlineEnd: 0 }}>{buttons}</TableCell>
          </TableRow>
        )}
      </EntryList>
    </Fieldset>
  )
}

const widthOf = (kind: string): number => (kind === 'text' ? 150 : 124)

// The class and the buttons stay in sight while the terms scroll between them.
const sticky = { position: { md: 'sticky' }, bgcolor: 'background.paper', zIndex: 2 } as const
const firstColumn = { ...sticky, insetInlineStart: 0 }

// The head of the table names the inputs; the label of each is left to screen readers.
const cell = {
  p: 0.5,
  border: 0,
  verticalAlign: 'top',
  '& .MuiFormControl-root.MuiFormControl-root.MuiFormControl-root': { m: 0 },
  '& .MuiInputLabel-root': { clipPath: 'inset(50%)' },
  '& fieldset': { top: 0 },
  '& fieldset > legend': { display: 'none' },
}

function RuleTable({ children }: { children: ReactNode }) {
  const words = useWords()
  return (
    <TableScroll label={words.field('contracts', 'classRules')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {fields.map(([name, { isRequired }], column) => (
              <TableCell
                key={name}
                sx={{ p: 0.5, border: 0, verticalAlign: 'bottom', ...(column === 0 && firstColumn) }}
              >
                {words.field('contracts', name)}
                {isRequired && ' *'}
              </TableCell>
            ))}
            <TableCell component="td" sx={{ border: 0, ...sticky, insetInlineEnd: 0 }} />
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </TableScroll>
  )
}
