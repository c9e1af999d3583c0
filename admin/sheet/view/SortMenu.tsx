import SwapVert from '@mui/icons-material/SwapVert'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useListContext } from 'react-admin'
import { sortsOf } from '#admin/entity/declaredFields.ts'
import { PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'

/** A menu of the orders that the list can have with its present filters. */
export function SortMenu({ entity }: { entity: Entity }) {
  const words = useWords()
  const { sort, setSort, filterValues } = useListContext()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const orders = sortsOf(entity, filterValues).flatMap((field) =>
    (['DESC', 'ASC'] as const).map((order) => ({ field, order })),
  )
  const named = (field: string, order: string) => `${words.field(entity.resource, field)}, ${words.t(`sheet.${order}`)}`
  return (
    <>
      <PopupButton kind="menu" anchor={anchor} open={setAnchor} icon={<SwapVert />}>
        {words.t('sheet.sort')}
      </PopupButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {orders.map(({ field, order }) => (
          <MenuItem
            key={`${field}${order}`}
            selected={sort.field === field && sort.order === order}
            onClick={() => {
              setAnchor(null)
              setSort({ field, order })
            }}
          >
            {named(field, order)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
