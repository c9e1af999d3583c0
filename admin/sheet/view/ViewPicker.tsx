import BookmarkBorder from '@mui/icons-material/BookmarkBorder'
import Button from '@mui/material/Button'
import Snackbar from '@mui/material/Snackbar'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { useNotify } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { View } from '#shared/entities/view.ts'
import { useListState } from '../useListState.ts'
import { mayChangeView } from './mayChangeView.ts'
import { useViewActions } from './useViewActions.ts'
import { isUnchanged } from './views.ts'

const ViewMenu = lazy(() => import('./ViewMenu.tsx').then((all) => ({ default: all.ViewMenu })))
const ViewDialog = lazy(() => import('./ViewDialog.tsx').then((all) => ({ default: all.ViewDialog })))

/** The saved view that is open, with a menu of the others; says when the list is no more as it was saved. */
export function ViewPicker({ isSmall }: { isSmall: boolean }) {
  const { t, failure } = useWords()
  const notify = useNotify()
  const { entity, me, views, parameters } = useListState()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [dialog, setDialog] = useState<{ readonly view?: View }>()
  const actions = useViewActions()
  const { removed, now } = actions
  const view = views.views?.find(({ id }) => id === parameters.view)
  const isChanged = view !== undefined && !isUnchanged(entity, me, view, now)
  const name = view?.name ?? t('views.all')
  const save = (changed: View) => void actions.save(changed).catch((error) => notify(failure(error), { type: 'error' }))
  return (
    <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center', minWidth: 0 }}>
      <Button
        color="secondary"
        variant="outlined"
        startIcon={<BookmarkBorder />}
        aria-label={t('views.label', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, maxWidth: { xs: 150, md: 260 } }}
      >
        <Typography component="bdi" variant="inherit" noWrap>
          {name}
        </Typography>
      </Button>
      {isChanged && !isSmall && (
        <>
          <Typography variant="caption" color="textSecondary" role="status" sx={{ px: 0.5 }}>
            {t('views.changed')}
          </Typography>
          {mayChangeView(view, me) && (
            <Button size="small" aria-label={t('views.saveView')} onClick={() => save(view)}>
              {t('views.save')}
            </Button>
          )}
          <Button size="small" color="secondary" onClick={() => actions.openView(view, true)}>
            {t('views.reset')}
          </Button>
        </>
      )}
      <Suspense>
        {anchor && (
          <ViewMenu
            anchor={anchor}
            close={() => setAnchor(null)}
            actions={actions}
            view={view}
            isChanged={isChanged}
            save={save}
            edit={setDialog}
          />
        )}
        {dialog && <ViewDialog view={dialog.view} actions={actions} close={() => setDialog(undefined)} />}
      </Suspense>
      <Snackbar
        open={removed !== undefined}
        autoHideDuration={10_000}
        onClose={(_, reason) => reason === 'timeout' && actions.forgetRemoved()}
        message={removed && t('views.removed', { name: removed.name })}
        action={
          <Button color="inherit" size="small" onClick={() => removed && void actions.restore(removed)}>
            {t('sheet.undo')}
          </Button>
        }
      />
    </Stack>
  )
}
