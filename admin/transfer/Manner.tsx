import Box from '@mui/material/Box'
import { useWords } from '#admin/language/words.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { importKeys } from '#shared/rules/imports/importColumns.ts'
import { Choices } from './Choices.tsx'
import { type ImportPlan, keyOf, keysIn } from './mapping.ts'

interface MannerProps {
  readonly entity: Entity
  readonly plan: ImportPlan
  readonly modes: readonly ImportBody['mode'][]
  readonly change: (plan: ImportPlan) => void
}

/** What a file may do to the records, and what finds those it changes. */
export function Manner({ entity, plan, modes, change }: MannerProps) {
  const words = useWords()
  const { t } = words
  const labelOf = (key: string) =>
    key
      .split('+')
      .map((name) => words.field(entity.resource, name))
      .join(' + ')
  const keys = keysIn(entity, plan.mapping)
  const key = keyOf(entity, plan)
  const possible = importKeys(entity).map((names) => labelOf(names.join('+')))
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
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
        <Box sx={{ color: 'text.secondary', fontSize: 14 }}>
          {key
            ? t('transfer.foundBy', { key: labelOf(key) })
            : t('transfer.keysPossible', { keys: possible.join(t('transfer.or')) })}
        </Box>
      )}
    </Box>
  )
}
