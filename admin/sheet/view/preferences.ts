import { useEffect, useMemo } from 'react'
import { useStore } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { usePreference, usePreferencesRead } from '#admin/provider/preferences.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import {
  choicesIn,
  colourColumns,
  type Density,
  type LayoutChoices,
  type ListLayout,
  noColour,
  ordered,
  pinnedFirst,
  rearranged,
  rowHeights,
  usualLayout,
} from './layout.ts'

/** How an address says that the list looks, and how that is changed; without it the person's own choice is. */
interface AddressedLayout {
  readonly layout: ListLayout | undefined
  readonly change: (changes: { readonly layout: ListLayout }, isQuiet: boolean) => void
}

/** Whether the person's choices for lists are known. */
export const useLayoutRead = usePreferencesRead

/** The look of a list: as its address says, else as the person chose on any machine. Widths are always the person's. */
export function usePreferences(entity: Entity, columns: readonly DeclaredField[], { layout, change }: AddressedLayout) {
  const [kept, keep] = usePreference<unknown>(`columns.${entity.resource}`, undefined)
  useTakenOver(entity, kept, keep)
  return useMemo(() => {
    const choices = choicesIn(kept)
    const usual = usualLayout(entity, columns)
    const now = layout ? choicesOf(columns, layout) : choices
    const all = ordered(columns, now.order)
    const hidden = now.hidden ?? columns.map(({ name }) => name).filter((name) => !usual.columns.includes(name))
    const visible = all.filter(({ name }) => !hidden.includes(name))
    const pinned = (now.pinned ?? []).filter((name) => visible.some((column) => column.name === name))
    const colours = colourColumns(columns)
    const colour = [noColour, ...colours].find((each) => each === now.colour) ?? usual.colour
    const density = now.density ?? usual.density
    const layoutWith = (choice: LayoutChoices): ListLayout => {
      const next = { hidden, order: all.map(({ name }) => name), pinned, density, colour, ...choice }
      const names = ordered(columns, next.order).flatMap(({ name }) => (next.hidden.includes(name) ? [] : [name]))
      return { columns: names, pinned: next.pinned, density: next.density, colour: next.colour }
    }
    const choose = (choice: LayoutChoices) =>
      layout ? change({ layout: layoutWith(choice) }, true) : keep({ ...choices, ...choice })
    return {
      all,
      hidden,
      shown: pinnedFirst(visible, pinned),
      pinned,
      sizes: choices.sizes ?? {},
      density,
      rowHeight: rowHeights[density],
      // The sign of its tone stands in its cell, so that nobody depends on the colour.
      colour: visible.find(({ name }) => name === colour)?.name,
      colours,
      isOwn: layout !== undefined || Object.keys(choices).length > 0,
      /** All of it, as an address and a saved view keep it. */
      layout: layoutWith({}),
      toggle: (name: string) => choose({ hidden: withOrWithout(hidden, name) }),
      pin: (name: string) => choose({ pinned: withOrWithout(pinned, name) }),
      arrange: (order: readonly string[]) =>
        choose({
          order: rearranged(
            all.map(({ name }) => name),
            order,
          ),
        }),
      resize: (sizes: Readonly<Record<string, number>>) => keep({ ...choices, sizes: { ...choices.sizes, ...sizes } }),
      space: (next: Density) => choose({ density: next }),
      colourBy: (name: string | undefined) =>
        choose({ colour: name ?? noColour, ...(name && { hidden: hidden.filter((each) => each !== name) }) }),
      fit: (name: string) => {
        const { [name]: _, ...sizes } = choices.sizes ?? {}
        keep({ ...choices, sizes })
      },
      reset: () => {
        keep({})
        if (layout) change({ layout: usual }, true)
      },
    }
  }, [entity, columns, kept, keep, layout, change])
}

const withOrWithout = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name]

/** A layout as choices: the shown columns come first, in its order. */
function choicesOf(columns: readonly DeclaredField[], { columns: shown, ...look }: ListLayout): LayoutChoices {
  const hidden = columns.map(({ name }) => name).filter((name) => !shown.includes(name))
  return { ...look, hidden, order: [...shown, ...hidden] }
}

/** Columns that this browser kept before choices were kept on the server are taken over once. */
function useTakenOver(entity: Entity, kept: unknown, keep: (choices: LayoutChoices) => void): void {
  const [before, forget] = useStore<unknown>(`sheet.${entity.resource}`, undefined)
  const isRead = usePreferencesRead()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list, when the choices are known
  useEffect(() => {
    if (!isRead || before === undefined) return
    if (kept === undefined) keep(choicesIn(before))
    forget(undefined)
  }, [isRead, before])
}

export type SheetPreferences = ReturnType<typeof usePreferences>
