import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { data, loose, reference, required, text } from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'

/** Longest choice of the panel, in characters of JSON. */
const longestChoice = 20_000

/** What somebody chose in the panel; the page that asked for it checks what it reads. */
export const panelChoice = () =>
  data(
    z.unknown().refine((value) => value !== undefined && JSON.stringify(value).length <= longestChoice, 'CHOICE_LARGE'),
  )

/** One choice of a person in the panel, such as the columns of a list, so that it is there on every machine. */
export const Preference = entity({
  name: 'preference',
  resource: 'preferences',
  lambda: 'settings',
  title: 'name',
  maker: 'userId',
  fields: {
    userId: required(loose(reference('users'))),
    /** What it is about: `columns.cases`, `tour`. */
    name: required(text(120)),
    value: required(panelChoice()),
  },
  columns: ['name', 'value', 'userId'],
  order: [['name', 'ASC']],
  keyedBy: ['userId', 'name'],
  access: { read: everyone, create: everyone, update: [], delete: [] },
  // The last choice stands, so that nobody has to name the version before it.
  actions: { keep: { body: { value: required(panelChoice()) }, allow: everyone } },
  example: { name: 'columns.cases', value: { density: 'normal' } },
})
export type Preference = RecordOf<typeof Preference>
