import { type ListControllerSuccessResult, useListContext } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { ColumnFilter } from './filter/comparisons.ts'
import type { LiveSheet } from './useSheet.ts'
import type { ListParameters } from './view/listParameters.ts'
import type { SheetPreferences } from './view/preferences.ts'
import type { ListView } from './view/useListParameters.ts'
import type { SavedViews } from './view/useViews.ts'

/** A list on the screen: react-admin's list context, and all that it has no place for. */
export interface ListState
  extends ListControllerSuccessResult,
    Pick<ListParameters, 'order' | 'group'>,
    Pick<ListView, 'parameters' | 'dropped' | 'forgetDropped' | 'change'> {
  readonly entity: Entity
  readonly me: Me
  /** The columns that this person may see, shown or not. */
  readonly columns: readonly DeclaredField[]
  readonly sheet: LiveSheet
  readonly preferences: SheetPreferences
  readonly views: SavedViews
  readonly filters: readonly ColumnFilter[]
  /** Replaces the filters of columns; a search stays. */
  readonly filterBy: (filters: readonly ColumnFilter[]) => void
  /** Shows the editor of a filter below an element: of this one, or of a new one on this column or on any. */
  readonly editFilter: (anchor: Element, filter?: ColumnFilter | string) => void
}

/** The list that a component stands in. */
export const useListState = (): ListState => useListContext() as ReturnType<typeof useListContext> & ListState
