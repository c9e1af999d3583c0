import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf } from '#admin/entity/declaredFields.ts'
import { withQuery } from '#admin/provider/page.ts'
import { choicesIn, ordered, pinnedFirst, rearranged, rowHeights, usualLayout } from '#admin/sheet/view/layout.ts'
import { type ListParameters, queryOf, wholeList } from '#admin/sheet/view/listParameters.ts'
import { readParameters } from '#admin/sheet/view/readParameters.ts'
import { definitionOf, firstView, goneView, isUnchanged, offeredViews, openedList } from '#admin/sheet/view/views.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { Case } from '#shared/entities/case.ts'
import { entities } from '#shared/entities/index.ts'
import type { View } from '#shared/entities/view.ts'
import { keptFilter } from '#shared/rules/views/keptFilter.ts'
import { person } from '#test/admin/fake/person.ts'

const officer = person('officer')
const columns = columnsOf(Case, officer)
const names = columns.map(({ name }) => name)

/** Any list of cases: some filter, order and group, with a look or without. */
const anyList: fc.Arbitrary<ListParameters> = fc.record(
  {
    filter: fc.constantFrom({}, { status: 'received' }, { receivedAt_gte: '2026-01-01', q: 'nasser' }),
    order: fc.constantFrom<ListParameters['order']>(
      [],
      [['status', 'ASC']],
      [
        ['receivedAt', 'DESC'],
        ['number', 'ASC'],
      ],
    ),
    group: fc.constantFrom('status', 'receivedAt:month'),
    layout: fc.shuffledSubarray(names, { minLength: 1 }).chain((shown) =>
      fc.record({
        columns: fc.constant(shown),
        pinned: fc.subarray(shown),
        density: fc.constantFrom(...(Object.keys(rowHeights) as (keyof typeof rowHeights)[])),
        colour: fc.constantFrom('none', 'status', 'responseDueAt'),
      }),
    ),
  },
  { requiredKeys: ['filter', 'order'] },
)

const view = (id: string, parameters: ListParameters, more: Partial<View> = {}): View => ({
  id,
  version: 1,
  list: 'cases',
  name: id,
  userId: officer.id,
  definition: definitionOf(Case, parameters),
  ...more,
})
const listAt = (asked: string, views: readonly View[] | undefined, isOpen = false) =>
  openedList({ entity: Case, me: officer, asked, isOpen, views })
/** A list as a view keeps it. */
const withoutNames = (parameters: ListParameters) => ({ ...parameters, filter: keptFilter(Case, parameters.filter) })
const list: ListParameters = { filter: { status: 'received' }, order: [['status', 'ASC']] }

test('an address holds all of a list: what it is read as gives the same address', () => {
  fc.assert(
    fc.property(anyList, (parameters) => {
      const read = readParameters(Case, officer, withQuery('', queryOf(parameters)))
      expect(read).toEqual({ parameters, dropped: [] })
    }),
  )
})

test('a saved view opens as the list that was saved, is unchanged then, and changed after any change', () => {
  fc.assert(
    fc.property(anyList, anyList, (saved, other) => {
      const own = view('view_1', saved)
      const opened = listAt('?view=view_1', [own])?.parameters
      expect(opened).toEqual({ ...withoutNames(saved), view: 'view_1' })
      expect(isUnchanged(Case, officer, own, saved)).toBe(true)
      const isOther = withQuery('', queryOf(withoutNames(saved))) !== withQuery('', queryOf(withoutNames(other)))
      expect(isUnchanged(Case, officer, own, other)).toBe(!isOther)
    }),
  )
})

test('a list opens with the view of a role where the address says nothing, and not when somebody chose the whole list', () => {
  const first = view('view_1', list, { sharedWith: 'officer', defaultFor: 'officer', userId: 'user_2' })
  const others = view('view_2', list, { sharedWith: 'accountant', defaultFor: 'accountant', userId: 'user_2' })
  expect(listAt('', [others, first], true)?.parameters).toEqual({ ...list, view: 'view_1' })
  expect(listAt('', [others], true)?.parameters).toEqual({ filter: {}, order: [] })
  expect(listAt('', undefined, true)).toBeUndefined()
  expect(listAt('', [first], false)?.parameters).toEqual({ filter: {}, order: [] })
  expect(listAt(`?view=${wholeList}`, [first], false)?.parameters).toEqual({ filter: {}, order: [], view: wholeList })
  expect(firstView([others, first], person('accountant' as Role))?.id).toBe('view_2')
})

test('who may not see a view gets its content from the address, and is told where the address has none', () => {
  const content = withQuery('', queryOf({ ...list, view: 'view_1' }))
  expect(listAt(content, [])).toEqual({ parameters: list, dropped: [] })
  expect(listAt('?view=view_1', [])).toEqual({ parameters: { filter: {}, order: [] }, dropped: [goneView] })
  expect(listAt('?view=view_1', undefined)).toBeUndefined()
})

test('a view that somebody wrote wrongly through the API opens the list all the same', () => {
  for (const definition of [
    null,
    7,
    [],
    { order: 3 },
    { filter: 'x', layout: {} },
    { layout: { columns: ['nosuch'] } },
  ])
    expect(listAt('?view=view_1', [{ ...view('view_1', list), definition }])?.parameters.filter).toEqual({})
})

test('a person is offered their own views and the shared ones, and not what others keep for themselves', () => {
  const own = view('view_1', list)
  const shared = view('view_2', list, { userId: 'user_2', sharedWith: 'officer' })
  const foreign = view('view_3', list, { userId: 'user_2' })
  expect(offeredViews([own, shared, foreign], officer)).toEqual([own, shared])
})

test('what is moved takes the places of what is moved, and everything else stays where it is', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(names), (moved) => {
      const after = rearranged(names, moved)
      expect(after.toSorted()).toEqual(names.toSorted())
      expect(after.filter((name) => moved.includes(name))).toEqual(moved)
      for (const [index, name] of names.entries()) if (!moved.includes(name)) expect(after[index]).toBe(name)
    }),
  )
})

test('pinned columns come first, and all of them are there once', () => {
  fc.assert(
    fc.property(fc.subarray(names), fc.shuffledSubarray(names), (pinned, order) => {
      const shown = pinnedFirst(ordered(columns, order), pinned).map(({ name }) => name)
      expect(shown.toSorted()).toEqual(names.toSorted())
      expect(new Set(shown.slice(0, pinned.length))).toEqual(new Set(pinned))
    }),
  )
})

test('of kept choices only what makes sense is used', () => {
  expect(choicesIn({ hidden: 'x', order: ['a'], sizes: { a: 'wide' }, density: 'tiny', pinned: [1] })).toEqual({
    order: ['a'],
  })
  expect([null, 'x', 3].map(choicesIn)).toEqual([{}, {}, {}])
})

test('at first a list is coloured by a limit that it shows, and no other list is coloured', () => {
  const colours = entities.map((entity) => [
    entity.resource,
    usualLayout(entity, columnsOf(entity, person('admin'))).colour,
  ])
  expect(Object.fromEntries(colours)).toMatchObject({ cases: 'responseDueAt', patients: 'none', payers: 'none' })
})
