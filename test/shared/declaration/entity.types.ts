/**
 * Type tests: each misspelling below must not compile. `tsc` fails on an `@ts-expect-error` over a line without a mistake, so
 * `npm run types` is what runs them.
 */
import { copy, entity, type RecordOf } from '#shared/declaration/entity.ts'
import { boolean, choice, instant, integer, reference, required, text } from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { everyone } from '#shared/declaration/roles.ts'
import type { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { refuse } from '#shared/refusals.ts'

const life = lifecycle('status', { received: { next: 'close' }, closed: { isOver: true } })
const sound = {
  name: 'sample',
  resource: 'samples',
  lambda: 'samples',
  title: 'number',
  fields: { patientId: required(reference('patients')), severity: choice(['routine', 'major']) },
  facts: { number: text(20), patientName: text(), count: integer(), isOpen: boolean(), dueAt: instant() },
  lifecycle: life,
  initial: { count: 0 },
  copies: { patientName: copy('patientId', Patient, 'name') },
  columns: ['number', 'status'],
  order: [['number', 'ASC']],
  under: 'patientId',
  due: { tick: 'deadlines', at: 'dueAt' },
  search: { fields: ['number', 'patientName'], through: 'patientId' },
  unique: [['number']],
  access: { read: everyone, create: everyone, update: everyone, delete: everyone },
  actions: { close: { from: ['received'], to: 'closed', body: {}, allow: everyone } },
  example: {},
} as const

const Sample = entity(sound)

// @ts-expect-error A list is ordered by fields.
entity({ ...sound, order: [['nmber', 'ASC']] })
// @ts-expect-error A list is ordered up or down.
entity({ ...sound, order: [['number', 'UP']] })
// @ts-expect-error A record stands under what a field of it names.
entity({ ...sound, under: 'patentId' })
// @ts-expect-error A record waits for the time in a field of it.
entity({ ...sound, due: { tick: 'deadlines', at: 'deuAt' } })
// @ts-expect-error A record waits for a tick that there is.
entity({ ...sound, due: { tick: 'daedlines', at: 'dueAt' } })
// @ts-expect-error A search looks into fields.
entity({ ...sound, search: { fields: ['nmber'] } })
// @ts-expect-error A search looks through what a field names.
entity({ ...sound, search: { fields: ['number'], through: 'patentId' } })
// @ts-expect-error A column is a field.
entity({ ...sound, columns: ['nmber'] })
// @ts-expect-error The title is a field.
entity({ ...sound, title: 'nmber' })
// @ts-expect-error What occurs once is a set of fields.
entity({ ...sound, unique: [['nmber']] })
// @ts-expect-error A copy is a fact.
entity({ ...sound, copies: { patentName: copy('patientId', Patient, 'name') } })
// @ts-expect-error A copy follows a reference of the entity.
entity({ ...sound, copies: { patientName: copy('patentId', Patient, 'name') } })
// @ts-expect-error A copy is taken from a field over there.
copy('patientId', Patient, 'nme')
// @ts-expect-error The state of a new record is a state.
entity({ ...sound, initial: { status: 'recieved' } })
// @ts-expect-error A fact of a new record is a fact.
entity({ ...sound, initial: { cuont: 0 } })
// @ts-expect-error A step starts from a state.
entity({ ...sound, actions: { close: { from: ['recieved'], to: 'closed', body: {}, allow: everyone } } })
// @ts-expect-error A step leads to a state.
entity({ ...sound, actions: { close: { from: ['received'], to: 'clsoed', body: {}, allow: everyone } } })
// @ts-expect-error A state waits for a step of the entity.
entity({ ...sound, lifecycle: lifecycle('status', { received: { next: 'clsoe' }, closed: {} }) })
// @ts-expect-error A stamp is a fact.
entity({ ...sound, actions: { close: { body: {}, allow: everyone, stamps: { at: 'closedAt' } } } })
// @ts-expect-error A refusal is one of the list.
refuse('SAME_ROWW')
// @ts-expect-error A refusal is given the values its sentence names.
refuse('SAME_ROW')
// @ts-expect-error A refusal is given no other values.
refuse('SAME_ROW', { rwo: 7 })

/** The state of a record is one of the declared states. */
export const states: readonly NonNullable<RecordOf<typeof Sample>['status']>[] = ['received', 'closed']

/** A case has the states of its life. */
export const caseState: Case['status'] = 'awaiting-patient'
