import SwapVert from '@mui/icons-material/SwapVert'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useListContext } from 'react-admin'
import { sortsOf } from '#admin/entity/declared.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/entity.ts'

/** The orders that the table answers under the filters that are set. */
export function SortMenu({ of }: { of: Entity }) {
  const words = useWords()
  const { sort, setSort, filterValues } = useListContext()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const orders = sortsOf(of, filterValues).flatMap((field) =>
    (['DESC', 'ASC'] as const).map((order) => ({ field, order })),
  )
  const named = (field: string, order: string) => `${words.field(of.resource, field)}, ${words.t(`sheet.${order}`)}`
  return (
    <>
      <Button
        color="secondary"
        startIcon={<SwapVert />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {words.t('sheet.sort')}
      </Button>
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
