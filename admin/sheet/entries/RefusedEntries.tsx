import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '../useListState.ts'

/** What a person does about refused entries beside mending them in their cells. */
export interface RefusedActions {
  /** Goes to the next refused cell. */
  readonly next: () => void
  readonly retry: () => void
}

/** How many cells were saved and refused, why, and what can be done. */
export function RefusedEntries({ next, retry }: RefusedActions) {
  const { t, field } = useWords()
  const { entity, sheet, preferences } = useListState()
  const { edits } = sheet
  const all = edits.refused.all
  const [first] = all
  if (!first) return null
  const shown = new Set(preferences.shown.map(({ name }) => name))
  const outside = all.filter(({ id, field }) => !edits.rows.has(id) || !shown.has(field)).length
  const button = (label: string, act: () => void) => (
    <Button color="inherit" onClick={act}>
      {t(label)}
    </Button>
  )
  return (
    <Alert
      severity="error"
      action={
        <>
          {outside < all.length && button('clipboard.next', next)}
          {button('sheet.retry', retry)}
          {button('sheet.giveUp', () => edits.discard())}
        </>
      }
    >
      <div>
        <strong>{t('clipboard.outcome', { saved: edits.savedCells, refused: all.length })}</strong>{' '}
        {field(entity.resource, first.field)}: {first.why}
      </div>
      {t('clipboard.kept')} {outside > 0 && t('clipboard.outside', { smart_count: outside })}
    </Alert>
  )
}
