import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { useDataProvider } from 'react-admin'
import { BlockedButton } from '#admin/frame/BlockedButton.tsx'
import { Column, Section } from '#admin/frame/Page.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { useTableUpload } from '#admin/uploads/useTableUpload.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import { ColumnFields, type ColumnFieldsProps } from './ColumnFields.tsx'
import { HiddenCells } from './HiddenCells.tsx'
import { ModeFields } from './ModeFields.tsx'
import { bodyOf, missingIn, obstaclesOf } from './mapping.ts'
import { StepEnd } from './Steps.tsx'
import { useStart } from './useStart.ts'

interface ColumnsStepProps extends ColumnFieldsProps {
  /** Proposes anew, where the columns are mapped as the person did it the last time. */
  readonly forget: (() => void) | undefined
  readonly back: () => void
  readonly checked: (body: ImportBody, job: string) => void
}

/** Asks which column is which field and what the file may do, then checks the file. */
export function ColumnsStep({ entity, table, plan, modes, fields, change, forget, back, checked }: ColumnsStepProps) {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const { start, isBusy, refusal } = useStart()
  const list = (names: readonly string[]) =>
    new Intl.ListFormat(words.locale).format(names.map((name) => words.field(entity.resource, name)))
  const obstacles = obstaclesOf(entity, plan).map(({ says, fields: some }) =>
    t(`transfer.${says}`, { fields: list(some) }),
  )
  const missing = plan.mode === 'upsert' ? missingIn(entity, plan) : []
  const { uploadOf, share } = useTableUpload(table)
  const check = async () => {
    let body = bodyOf(entity, table, plan, true)
    const job = await start([table.name, table.size, plan], async (key) => {
      body = bodyOf(entity, table, plan, true, await uploadOf())
      return provider.importList(entity.resource, body, key)
    })
    if (job) checked(body, job)
  }
  return (
    <Column>
      <Section
        title={
          <>
            <bdi>{table.name}</bdi> · {table.sheet !== undefined && <bdi>{table.sheet} · </bdi>}
            {t('transfer.rowCount', counted(table.rows, words.locale))}
          </>
        }
      >
        {forget && (
          <Alert
            severity="info"
            sx={{ mb: 1 }}
            action={
              <Button color="inherit" onClick={forget}>
                {t('transfer.proposeAnew')}
              </Button>
            }
          >
            {t('transfer.asLastTime')}
          </Alert>
        )}
        {table.notes && <HiddenCells notes={table.notes} />}
        <ColumnFields entity={entity} table={table} plan={plan} modes={modes} fields={fields} change={change} />
      </Section>
      <Section title={t('transfer.manner')}>
        <ModeFields entity={entity} plan={plan} modes={modes} change={change} />
        {missing.length > 0 && (
          <Alert severity="info" sx={{ mt: 2 }}>
            {t('transfer.lacking', { fields: list(missing) })}
          </Alert>
        )}
      </Section>
      {share !== undefined && (
        <LinearProgress
          variant="determinate"
          value={share * 100}
          aria-label={t('upload.sending', { name: table.name })}
        />
      )}
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <StepEnd back={back} obstacle={obstacles.join(' ')}>
        {obstacles.length > 0 ? (
          <BlockedButton label={t('transfer.check')} reason={obstacles.join(' ')} />
        ) : (
          <Button variant="contained" disabled={isBusy} onClick={() => void check()}>
            {t('transfer.check')}
          </Button>
        )}
      </StepEnd>
    </Column>
  )
}
