import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { importKeys } from '#shared/rules/imports/importColumns.ts'
import { Choices } from './Choices.tsx'
import { type ImportPlan, keyOf, keysIn } from './mapping.ts'

interface ModeFieldsProps {
  readonly entity: Entity
  readonly plan: ImportPlan
  readonly modes: readonly ImportBody['mode'][]
  readonly change: (plan: ImportPlan) => void
}

/** Asks whether a file adds or changes records, and which columns find those it changes. */
export function ModeFields({ entity, plan, modes, change }: ModeFieldsProps) {
  const words = useWords()
  const { t } = words
  const labelOf = (key: string) =>
    key
      .split('+')
      .map((name) => words.field(entity.resource, name))
      .join(' + ')
  const keys = keysIn(entity, plan.mapping)
  const key = keyOf(entity, plan)
  const keyLabels = importKeys(entity).map((names) => labelOf(names.join('+')))
  return (
    <Stack spacing={2}>
      <Choices
        title={t('transfer.mode')}
        value={plan.mode}
        choose={(mode) => change({ ...plan, mode, isChosen: true })}
        choices={modes.map((mode) => ({ name: mode, label: t(`transfer.modes.${mode}`) }))}
      />
      {key && keys.length > 1 && (
        <Choices
          title={t('transfer.key')}
          value={key}
          choose={(chosen) => change({ ...plan, key: chosen, isChosen: true })}
          choices={keys.map((each) => ({ name: each, label: labelOf(each) }))}
        />
      )}
      {plan.mode !== 'insert' && keys.length < 2 && (
        <Typography variant="body2" color="textSecondary">
          {key
            ? t('transfer.foundBy', { key: labelOf(key) })
            : t('transfer.keysPossible', { keys: keyLabels.join(t('transfer.or')) })}
        </Typography>
      )}
    </Stack>
  )
}
