import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDataProvider } from 'react-admin'
import { Blocked } from '#admin/actions/Actions.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import { ColumnFields, type ColumnFieldsProps } from './ColumnFields.tsx'
import { Manner } from './Manner.tsx'
import { bodyOf, missingIn, obstaclesOf } from './mapping.ts'
import { StepEnd } from './Steps.tsx'
import { useStart } from './useStart.ts'

interface ColumnsStepProps extends ColumnFieldsProps {
  readonly back: () => void
  readonly checked: (body: ImportBody, job: string) => void
}

/** Says which column is which field and what the file may do, then tries it. */
export function ColumnsStep({ entity, table, plan, modes, fields, change, back, checked }: ColumnsStepProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const { start, isBusy, refusal } = useStart()
  const named = (names: readonly string[]) =>
    new Intl.ListFormat(words.locale).format(names.map((name) => words.field(entity.resource, name)))
  const obstacles = obstaclesOf(entity, plan).map(({ says, fields: some }) =>
    t(`transfer.${says}`, { fields: named(some) }),
  )
  const lacking = plan.mode === 'upsert' ? missingIn(entity, plan) : []
  const check = async () => {
    const body = bodyOf(entity, table, plan, true)
    const job = await start([table.name, table.text.length, plan], (key) =>
      provider.importList(entity.resource, body, key),
    )
    if (job) checked(body, job)
  }
  return (
    <>
      <Section
        title={
          <>
            <bdi>{table.name}</bdi> · {t('transfer.rowCount', counted(table.rows, words.locale))}
          </>
        }
      >
        <ColumnFields entity={entity} table={table} plan={plan} modes={modes} fields={fields} change={change} />
      </Section>
      <Box sx={{ mt: 2 }}>
        <Section title={t('transfer.manner')}>
          <Manner entity={entity} plan={plan} modes={modes} change={change} />
          {lacking.length > 0 && (
            <Alert severity="info" sx={{ mt: 2 }}>
              {t('transfer.lacking', { fields: named(lacking) })}
            </Alert>
          )}
        </Section>
      </Box>
      {refusal && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {refusal}
        </Alert>
      )}
      <StepEnd back={back} obstacle={obstacles.join(' ')}>
        {obstacles.length > 0 ? (
          <Blocked label={t('transfer.check')} reason={obstacles.join(' ')} />
        ) : (
          <Button variant="contained" disabled={isBusy} onClick={() => void check()}>
            {t('transfer.check')}
          </Button>
        )}
      </StepEnd>
    </>
  )
}
