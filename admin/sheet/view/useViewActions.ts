import { useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { withQuery } from '#admin/provider/page.ts'
import type { View } from '#shared/entities/view.ts'
import { useListState } from '../useListState.ts'
import { type ListParameters, queryOf, wholeList } from './listParameters.ts'
import { definitionOf, firstView, listOf } from './views.ts'

/** What a person says of a view when it is saved: its name, the role with which it is shared, and whether it is that role's first. */
export interface ViewSettings {
  readonly name: string
  readonly sharedWith: string | undefined
  readonly isFirst: boolean
}

/** What can be done with the saved views of the list; what the server refuses is thrown. */
export function useViewActions() {
  const { t, failure } = useWords()
  const notify = useNotify()
  const provider = useDataProvider<RedressProvider>()
  const { entity, me, views, parameters, preferences, change } = useListState()
  const [removed, setRemoved] = useState<View>()
  /** The list as it is now, with all of its look. */
  const now: ListParameters = { ...parameters, layout: preferences.layout }
  const open = (next: Partial<ListParameters>, isQuiet = false) =>
    change({ filter: {}, order: [], group: undefined, layout: undefined, view: undefined, ...next }, isQuiet)
  const openView = (view: View, isQuiet = false) => open(listOf(entity, me, view).parameters, isQuiet)
  // A role has one first view of a list: the one before it is so no more.
  const makeRoom = async (role: string | undefined, id?: string) => {
    const before = (views.views ?? []).find((view) => role !== undefined && view.defaultFor === role && view.id !== id)
    if (before) await write(before, { defaultFor: null })
  }
  const write = async (view: View, data: object) =>
    (await provider.update('views', { id: view.id, data, previousData: view })).data as View
  const fieldsOf = ({ name, sharedWith, isFirst }: ViewSettings) => ({
    name: name.trim(),
    sharedWith: sharedWith ?? null,
    defaultFor: isFirst ? (sharedWith ?? null) : null,
  })
  return {
    now,
    removed,
    openView,
    openAll: () => open(firstView(views.views ?? [], me) ? { view: wholeList } : {}),
    /** Saves the list as it is now into its view. */
    save: async (view: View) => {
      await write(view, { definition: definitionOf(entity, now) })
      await views.readAgain()
    },
    saveAs: async (settings: ViewSettings) => {
      const fields = fieldsOf(settings)
      await makeRoom(fields.defaultFor ?? undefined)
      const data = { ...fields, list: entity.resource, definition: definitionOf(entity, now) }
      const made = (await provider.create('views', { data })).data as View
      await views.readAgain()
      openView(made)
    },
    settle: async (view: View, settings: ViewSettings) => {
      const fields = fieldsOf(settings)
      await makeRoom(fields.defaultFor ?? undefined, view.id)
      await write(view, fields)
      await views.readAgain()
    },
    remove: async (view: View) => {
      await provider.delete('views', { id: view.id, previousData: view }).then(
        () => setRemoved(view),
        (error: unknown) => notify(failure(error), { type: 'error' }),
      )
      await views.readAgain()
      if (parameters.view === view.id) change({ view: undefined }, true)
    },
    restore: async (view: View) => {
      setRemoved(undefined)
      await provider.restore('views', view.id).catch((error: unknown) => notify(failure(error), { type: 'error' }))
      await views.readAgain()
    },
    forgetRemoved: () => setRemoved(undefined),
    copyLink: async () => {
      const query = withQuery('', queryOf(now))
      const [page] = window.location.href.split('#')
      try {
        await navigator.clipboard.writeText(`${page}#/${entity.resource}${query}`)
        notify(t('views.copied'), { type: 'info' })
      } catch {
        change({ layout: preferences.layout }, true)
        notify(t('views.notCopied'), { type: 'warning' })
      }
    },
  }
}

export type ViewActions = ReturnType<typeof useViewActions>
