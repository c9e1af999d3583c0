import WorkspacesOutlined from '@mui/icons-material/WorkspacesOutlined'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '../useListState.ts'
import { groupLabel, groupsFor } from './groupWords.ts'

/** A menu of the columns by which the list can be grouped. */
export function GroupMenu() {
  const words = useWords()
  const { entity, me, group, change } = useListState()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <PopupButton kind="menu" anchor={anchor} open={setAnchor} icon={<WorkspacesOutlined />}>
        {words.t('groups.title')}
      </PopupButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {[undefined, ...groupsFor(entity, me)].map((each) => (
          <MenuItem
            key={each ?? ''}
            selected={each === group}
            onClick={() => {
              setAnchor(null)
              change({ group: each })
            }}
          >
            {each ? groupLabel(entity, each, words) : words.t('groups.none')}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
