import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import type { View } from '#shared/entities/view.ts'
import { useListState } from '../useListState.ts'
import { mayChangeView } from './mayChangeView.ts'
import type { ViewActions } from './useViewActions.ts'

interface ViewMenuProps {
  readonly anchor: Element
  readonly close: () => void
  readonly actions: ViewActions
  /** The view that is open. */
  readonly view: View | undefined
  readonly isChanged: boolean
  readonly save: (view: View) => void
  /** Opens the dialog of a view, or of a new one. */
  readonly edit: (dialog: { readonly view?: View }) => void
}

/** The views of a list to choose from, the person's own before those that are shared, and what can be done with them. */
export function ViewMenu({ anchor, close, actions, view, isChanged, save, edit }: ViewMenuProps) {
  const words = useWords()
  const { t } = words
  const { me, views } = useListState()
  const all = views.views ?? []
  const own = all.filter(({ userId }) => userId === me.id)
  const shared = all.filter(({ userId }) => userId !== me.id)
  const entry = (label: string, act: () => void, hasLine = false) => (
    <MenuItem
      key={label}
      divider={hasLine}
      onClick={() => {
        close()
        act()
      }}
    >
      {label}
    </MenuItem>
  )
  const choice = (each: View) => (
    <MenuItem
      key={each.id}
      selected={each.id === view?.id}
      onClick={() => {
        close()
        actions.openView(each)
      }}
      sx={{ gap: 2, justifyContent: 'space-between' }}
    >
      <bdi>{each.name}</bdi>
      {each.sharedWith && (
        <Typography component="span" variant="caption" color="textSecondary">
          {t('views.sharedWith', { role: words.value('views', 'sharedWith', each.sharedWith) })}
          {each.defaultFor && ` · ${t('views.isFirst')}`}
        </Typography>
      )}
    </MenuItem>
  )
  const heading = (key: string, text: string) => (
    <Typography key={key} component="li" role="presentation" variant="caption" color="textSecondary" sx={headingStyle}>
      {text}
    </Typography>
  )
  const isKept = view !== undefined && mayChangeView(view, me)
  return (
    <Menu anchorEl={anchor} open onClose={close}>
      <MenuItem
        selected={!view}
        divider={all.length === 0}
        onClick={() => {
          close()
          actions.openAll()
        }}
      >
        {t('views.all')}
      </MenuItem>
      {all.length === 0 && heading('empty', t('views.empty'))}
      {own.length > 0 && heading('own', t('views.own'))}
      {own.map(choice)}
      {shared.length > 0 && heading('shared', t('views.shared'))}
      {shared.map(choice)}
      {heading('line', '')}
      {isKept && isChanged && entry(t('views.saveView'), () => save(view))}
      {view && isChanged && entry(t('views.reset'), () => actions.openView(view, true))}
      {entry(t('views.saveAs'), () => edit({}))}
      {isKept && entry(t('views.settings'), () => edit({ view }))}
      {entry(t('views.copyLink'), () => void actions.copyLink())}
      {isKept && entry(t('views.remove'), () => void actions.remove(view))}
    </Menu>
  )
}

const headingStyle = {
  px: 2,
  pt: 1,
  pb: 0.5,
  maxWidth: 320,
  '&:empty': { borderTop: 1, borderColor: 'divider', p: 0, my: 0.5 },
} as const
