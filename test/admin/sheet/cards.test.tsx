import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { columnsOf } from '#admin/entity/declaredFields.ts'
import { RecordCard } from '#admin/sheet/cards/RecordCard.tsx'
import { summaryColumns } from '#admin/sheet/cards/summaryColumns.ts'
import { hiddenAtFirst, linkedColumn } from '#admin/sheet/columns.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { person } from '#test/admin/fake/person.ts'

const admin = person('admin')
/** The names on a card, when the person hides these columns besides those hidden at first. */
const namesOf = (entity: Entity, ...hidden: string[]) => {
  const columns = columnsOf(entity, admin)
  const without = [...hiddenAtFirst(entity, columns), ...hidden]
  const shown = columns.filter(({ name }) => !without.includes(name))
  return summaryColumns(entity, shown).map(({ name }) => name)
}

test.each([
  ['cases', ['type', 'patientName', 'responseDueAt']],
  ['settlement-files', ['patientName', 'class', 'grossMinor']],
  ['contracts', ['payerId', 'validFrom', 'createdAt']],
])('a card of %s shows its columns in the order of the list', (resource, names) => {
  expect(namesOf(entityOf(resource))).toEqual(names)
})

test('the next column replaces a column that the person hides', () => {
  expect(namesOf(Case, 'patientName')).toEqual(['type', 'disputedMinor', 'responseDueAt'])
})

test.each(Object.values(entities).map((entity) => [entity.resource, entity] as const))(
  '%s: a card repeats neither its title nor its state',
  (_, entity) => {
    const names = namesOf(entity)
    expect(names).not.toContain(linkedColumn(entity, columnsOf(entity, admin))?.name)
    expect(names).not.toContain(entity.lifecycle?.field)
    expect(names.length).toBeLessThanOrEqual(3)
  },
)

const row = {
  id: 'case_1',
  number: 'C-2026-000045',
  status: 'resolved',
  type: 'complaint',
  patientName: 'Salma Idris',
  responseDueAt: null,
}
const cardOf = (isSelected = false) =>
  renderToStaticMarkup(
    <MemoryRouter>
      <RecordCard
        entity={Case}
        row={row}
        title={linkedColumn(Case, columnsOf(Case, admin))}
        columns={summaryColumns(Case, columnsOf(Case, admin))}
        isSelected={isSelected}
        isChoosing={false}
        toggle={() => {}}
      />
    </MemoryRouter>,
  )

test('the title of a card links to its record, and the card shows its state and its values', () => {
  const html = cardOf()
  expect(html).toMatch(/<a[^>]*href="\/cases\/case_1\/show"[^>]*>C-2026-000045<\/a>/)
  expect(html).toContain('Resolved')
  expect(html).toContain('Salma Idris')
  expect(html).not.toContain('Response due')
})

test('a card can be selected', () => {
  expect(cardOf()).toMatch(/<input[^>]*type="checkbox"(?![^>]*checked)/)
  expect(cardOf(true)).toMatch(/<input[^>]*checked=""/)
})
