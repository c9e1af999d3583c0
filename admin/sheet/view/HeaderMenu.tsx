import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { inSentence, useWords } from '#admin/language/words.ts'
import { groupsFor, partsOfGroup } from '../groups/groupWords.ts'
import { useListState } from '../useListState.ts'
import { orderBy, orderScale, placeIn } from './order.ts'

interface HeaderMenuProps {
  readonly name: string
  readonly anchor: Element
  readonly close: () => void
}

/** What can be done with a column: order by it, filter by it, group by it, keep it in place, hide it. */
export function HeaderMenu({ name, anchor, close }: HeaderMenuProps) {
  const words = useWords()
  const { entity, me, order, change, editFilter, preferences } = useListState()
  const groups = groupsFor(entity, me).filter((group) => partsOfGroup(group)[0] === name)
  const groupText = (group: string) => {
    const [, span = 'column'] = partsOfGroup(group)
    return words.t(`groups.by.${span}`, { name: inSentence(words.field(entity.resource, name)) })
  }
  const entry = (label: string, act: () => void) => (
    <MenuItem
      key={label}
      onClick={() => {
        close()
        act()
      }}
    >
      {label}
    </MenuItem>
  )
  return (
    <Menu anchorEl={anchor} open onClose={close}>
      {(['ASC', 'DESC'] as const).map((direction) =>
        entry(words.t(`order.${orderScale(entity, name)}.${direction}`), () => change({ order: [[name, direction]] })),
      )}
      {!placeIn(order, name) &&
        entry(words.t('order.also'), () => change({ order: orderBy(entity, order, name, true) }))}
      {entry(words.t('filters.byColumn'), () => editFilter(anchor, name))}
      {groups.map((group) => entry(groupText(group), () => change({ group })))}
      {entry(words.t(preferences.pinned.includes(name) ? 'look.unpin' : 'look.pin'), () => preferences.pin(name))}
      {preferences.sizes[name] !== undefined && entry(words.t('look.fit'), () => preferences.fit(name))}
      {entry(words.t('sheet.hideColumn'), () => preferences.toggle(name))}
    </Menu>
  )
}
