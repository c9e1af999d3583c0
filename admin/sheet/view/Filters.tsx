import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import { lazy, Suspense, useEffect, useReducer, useState } from 'react'
import { useListContext } from 'react-admin'
import { type FilterField, filtersOf } from '#admin/entity/declaredFields.ts'
import { Popup, PopupButton } from '#admin/frame/Popup.tsx'
import { formatDay } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { Titles } from '../titles.ts'

const FilterEditor = lazy(() => import('./FilterEditor.tsx').then((all) => ({ default: all.FilterEditor })))

/** The entries of a filter that concern one field, with any operator. */
const entriesOf = (values: RecordValues, name: string): [string, unknown][] =>
  Object.entries(values).filter(
    ([key]) => key === name || (key.startsWith(`${name}_`) && /_(neq|gte?|lte?|eq_any)$/.test(key)),
  )

/** The filters of a list as chips, and a menu of those that the entity's views answer. */
export function Filters({ entity, me, titles }: { entity: Entity; me: Me; titles: Titles }) {
  const words = useWords()
  const { filterValues, setFilters } = useListContext()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const [open, setOpen] = useState<{ field: FilterField; anchor: HTMLElement }>()
  const fields = filtersOf(entity, me)
  const isSet = ({ name }: FilterField) => entriesOf(filterValues, name).length > 0
  const active = fields.filter(isSet)
  const without = (name: string) => {
    const keys = new Set(entriesOf(filterValues, name).map(([key]) => key))
    return Object.fromEntries(Object.entries(filterValues).filter(([key]) => !keys.has(key)))
  }
  const referenced = active
    .filter(({ field }) => field.kind === 'reference')
    .flatMap(({ name, field }) =>
      entriesOf(filterValues, name).flatMap(([, value]) => [value].flat().map((id) => ({ name, field, id }))),
    )
  const key = referenced.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the ids
  useEffect(() => {
    for (const { name, field, id } of referenced)
      void titles.need([{ name, field, isEditable: false }], [{ [name]: id }]).then(redraw)
  }, [key, titles])

  return (
    <>
      {active.length > 0 && (
        <Stack
          direction="row"
          spacing={1}
          sx={{ flexWrap: 'wrap', alignItems: 'center', order: { xs: 1, sm: 0 }, width: { xs: 1, sm: 'auto' } }}
        >
          {active.map((field) => {
            const label = words.field(entity.resource, field.name)
            return (
              <Chip
                key={`${field.name}${field.by}`}
                variant="outlined"
                label={
                  <>
                    <Box component="span" sx={{ color: 'text.secondary' }}>
                      {label}:
                    </Box>{' '}
                    <bdi>{filterText(entity, field, entriesOf(filterValues, field.name), words, titles)}</bdi>
                  </>
                }
                onClick={(event) => setOpen({ field, anchor: event.currentTarget })}
                onDelete={() => setFilters(without(field.name), undefined, false)}
                deleteIcon={
                  <Box
                    component="span"
                    role="img"
                    aria-label={words.t('sheet.removeFilter', { name: label })}
                    sx={{ fontSize: 16, lineHeight: 1 }}
                  >
                    ×
                  </Box>
                }
              />
            )
          })}
          {active.length > 1 && (
            <Button color="secondary" onClick={() => setFilters({}, undefined, false)}>
              {words.t('sheet.clearFilters')}
            </Button>
          )}
        </Stack>
      )}
      {fields.length > active.length && (
        <PopupButton kind="menu" anchor={menu} open={setMenu} icon={<AddIcon />}>
          {words.t('sheet.filter')}
        </PopupButton>
      )}
      <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
        {fields
          .filter((field) => !isSet(field))
          .map((field) => (
            <MenuItem
              key={`${field.name}${field.by}`}
              onClick={() => {
                if (menu) setOpen({ field, anchor: menu })
                setMenu(null)
              }}
            >
              {words.field(entity.resource, field.name)}
            </MenuItem>
          ))}
      </Menu>
      {open && (
        <Popup
          anchor={open.anchor}
          close={() => setOpen(undefined)}
          label={words.t('sheet.filterBy', { name: words.field(entity.resource, open.field.name) })}
          side="left"
          sx={{ p: 2, width: 320 }}
        >
          <Suspense fallback={<Box sx={{ height: 120 }} />}>
            <FilterEditor
              resource={entity.resource}
              field={open.field}
              label={words.field(entity.resource, open.field.name)}
              values={Object.fromEntries(entriesOf(filterValues, open.field.name))}
              titles={titles}
              apply={(entries) => {
                setFilters({ ...without(open.field.name), ...entries }, undefined, false)
                setOpen(undefined)
              }}
            />
          </Suspense>
        </Popup>
      )}
    </>
  )
}

function filterText(
  entity: Entity,
  { name, field, by }: FilterField,
  entries: readonly [string, unknown][],
  words: ReturnType<typeof useWords>,
  titles: Titles,
): string {
  const textOf = (value: unknown): string => {
    if (field.kind === 'reference') return titles.titleOf(field.resource ?? '', String(value)) ?? '…'
    if (by === 'range') return formatDay(String(value), words.locale)
    return words.value(entity.resource, name, value)
  }
  if (by === 'equal') return entries.flatMap(([, value]) => [value].flat().map(textOf)).join(', ')
  return entries
    .map(
      ([key, value]) =>
        `${words.t(key === `${name}_gte` || key === `${name}_gt` ? 'sheet.from' : 'sheet.to')} ${textOf(value)}`,
    )
    .join(' ')
}
