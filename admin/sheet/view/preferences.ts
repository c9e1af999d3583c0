import { useMemo } from 'react'
import { useStore } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { hiddenAtFirst } from '../columns.ts'

/** A person's choices for a sheet: hidden columns, their order, their widths in pixels. */
interface Preferences {
  readonly hidden?: readonly string[]
  readonly order?: readonly string[]
  readonly sizes?: Readonly<Record<string, number>>
}

/** Declared columns in the person's order; a column declared later has the place of its declaration. */
export function ordered(columns: readonly DeclaredField[], order: readonly string[] = []): DeclaredField[] {
  const place = (name: string, index: number) => {
    const chosen = order.indexOf(name)
    return chosen < 0 ? index : chosen
  }
  return columns
    .map((column, index) => ({ column, place: place(column.name, index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ column }) => column)
}

/** The person's columns of an entity, remembered on this computer. */
export function usePreferences(entity: Entity, columns: readonly DeclaredField[]) {
  const [choices, choose] = useStore<Preferences>(`sheet.${entity.resource}`, {})
  return useMemo(() => {
    const all = ordered(columns, choices.order)
    const hidden = choices.hidden ?? hiddenAtFirst(entity, columns)
    return {
      all,
      hidden,
      shown: all.filter(({ name }) => !hidden.includes(name)),
      sizes: choices.sizes ?? {},
      isOwn: Boolean(choices.hidden || choices.order || choices.sizes),
      toggle: (name: string) =>
        choose({
          ...choices,
          hidden: hidden.includes(name) ? hidden.filter((each) => each !== name) : [...hidden, name],
        }),
      arrange: (order: readonly string[]) => choose({ ...choices, order }),
      resize: (sizes: Readonly<Record<string, number>>) =>
        choose({ ...choices, sizes: { ...choices.sizes, ...sizes } }),
      reset: () => choose({}),
    }
  }, [entity, columns, choices, choose])
}

export type SheetPreferences = ReturnType<typeof usePreferences>
