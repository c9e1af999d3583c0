import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { actorOf } from '#admin/entity/declaredFields.ts'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useWords } from '#admin/language/words.ts'
import { roles } from '#shared/declaration/roles.ts'
import type { View } from '#shared/entities/view.ts'
import { namingConditions } from '#shared/rules/views/keptFilter.ts'
import { setsDefaults, sharesWith } from '#shared/rules/views/viewRules.ts'
import { useListState } from '../useListState.ts'
import type { ViewActions } from './useViewActions.ts'

interface ViewDialogProps {
  /** The view to change; a new one without it. */
  readonly view: View | undefined
  readonly actions: ViewActions
  readonly close: () => void
}

/** The name of a view, who sees it, and whether the list opens with it. */
export function ViewDialog({ view, actions, close }: ViewDialogProps) {
  const words = useWords()
  const { t } = words
  const { entity, me, filterValues } = useListState()
  const actor = actorOf(me)
  const notKept = view ? [] : namingConditions(entity, filterValues)
  const labels = notKept.map((each) =>
    each === 'q' ? t('sheet.search') : words.field(entity.resource, each.split('_')[0] ?? ''),
  )
  const [name, setName] = useState(view?.name ?? '')
  const [role, setRole] = useState<string>(view?.sharedWith ?? '')
  const [isFirst, setFirst] = useState(view?.defaultFor !== undefined)
  const [problem, setProblem] = useState<string>()
  const possible = roles.filter((each) => each === view?.sharedWith || sharesWith(actor, each))
  const roleName = (each: string) => words.value('views', 'sharedWith', each)
  const save = async () => {
    const settings = { name, sharedWith: role || undefined, isFirst: isFirst && role !== '' }
    try {
      await (view ? actions.settle(view, settings) : actions.saveAs(settings))
      close()
    } catch (error) {
      setProblem(words.failure(error))
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby="view-dialog">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void save()
        }}
      >
        <DialogTitle id="view-dialog">{t(view ? 'views.settingsTitle' : 'views.saveAsTitle')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField
              label={t('views.name')}
              value={name}
              onChange={({ target }) => setName(target.value)}
              autoFocus
              required
              fullWidth
              slotProps={{ htmlInput: { maxLength: 80, dir: 'auto' } }}
            />
            <Select
              label={t('views.share')}
              value={role}
              change={setRole}
              options={[
                { value: '', label: t('views.onlyMe') },
                ...possible.map((each) => ({ value: each, label: t('views.withRole', { role: roleName(each) }) })),
              ]}
            />
            {role !== '' && setsDefaults(actor) && (
              <FormControlLabel
                control={<Checkbox checked={isFirst} onChange={(_, isOn) => setFirst(isOn)} />}
                label={t('views.first')}
              />
            )}
            {labels.length > 0 && (
              <Alert severity="info">
                {t('views.notKept', { names: [...new Set(labels)].join(t('clipboard.comma')) })}
              </Alert>
            )}
            {problem && <Alert severity="error">{problem}</Alert>}
          </Stack>
        </DialogContent>
        <DialogButtons close={close}>
          <Button type="submit" variant="contained" disabled={name.trim() === ''}>
            {t('views.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
