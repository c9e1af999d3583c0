import { useMemo } from 'react'
import { useStore } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { hiddenAtFirst } from '../columns.ts'

/** How a person keeps a sheet: which columns, in which order, how wide. */
export interface Preferences {
  readonly hidden?: readonly string[]
  readonly order?: readonly string[]
  readonly sizes?: Readonly<Record<string, number>>
}

/** Declared columns in the person's order; one that was declared since stands where the declaration puts it. */
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
  const [kept, keep] = useStore<Preferences>(`sheet.${entity.resource}`, {})
  return useMemo(() => {
    const all = ordered(columns, kept.order)
    const hidden = kept.hidden ?? hiddenAtFirst(entity, columns)
    return {
      all,
      hidden,
      shown: all.filter(({ name }) => !hidden.includes(name)),
      sizes: kept.sizes ?? {},
      isOwn: Boolean(kept.hidden || kept.order || kept.sizes),
      toggle: (name: string) =>
        keep({ ...kept, hidden: hidden.includes(name) ? hidden.filter((each) => each !== name) : [...hidden, name] }),
      arrange: (order: readonly string[]) => keep({ ...kept, order }),
      resize: (sizes: Readonly<Record<string, number>>) => keep({ ...kept, sizes: { ...kept.sizes, ...sizes } }),
      reset: () => keep({}),
    }
  }, [entity, columns, kept, keep])
}

export type SheetPreferences = ReturnType<typeof usePreferences>
