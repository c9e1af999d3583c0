import * as z from 'zod'
import { timeOfDay as timeText } from '#shared/values/calendar.ts'
import { asIdentifier, asLine } from '#shared/values/line.ts'
import { readIsoDay, readIsoInstant } from '#shared/values/reading/isoTime.ts'
import { phoneForm, readPhone } from '#shared/values/reading/readPhone.ts'
import type { Tone } from './lifecycle.ts'
import type { Role } from './roles.ts'

/** What a field holds; the panel picks its editor and format by it, the API its validation. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'phone'
  | 'email'
  | 'integer'
  | 'number'
  | 'money'
  | 'currency'
  | 'basisPoints'
  | 'boolean'
  | 'day'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'references'
  | 'group'
  | 'list'
  | 'texts'
  | 'term'
  | 'data'

/** One declared field: its kind, its validation and the hints everything else reads. */
export interface Field<T = unknown, Required extends boolean = boolean> {
  readonly kind: FieldKind
  readonly schema: z.ZodType<T>
  readonly isRequired: Required
  readonly choices?: readonly string[]
  /** The field is shown as a state; values that are more than plain have their tone. */
  readonly tones?: Readonly<Partial<Record<string, Tone>>>
  /** Resource name that a reference points at. */
  readonly resource?: string
  /** The reference names a person who is to act: nobody inactive or away is named anew. */
  readonly isAssignee?: true
  /** What it names may be deleted all the same: it says where the record comes from, or another field keeps the two together. */
  readonly isLoose?: true
  /** The taxonomy whose codes it holds. */
  readonly terms?: TermList
  /** It tells of the person whom the record is about: history keeps it encrypted, and an erasure takes it away. */
  readonly isPersonal?: true
  /** Fields of a group, or of each entry of a list. */
  readonly fields?: Fields
  /** Roles that may see it; everyone who may read the record when absent. */
  readonly readBy?: readonly Role[]
  /** Roles that may change it; everyone who may update the record when absent. */
  readonly writeBy?: readonly Role[]
}

/** The taxonomies that a hospital keeps by itself. */
export const termLists = ['service-lines', 'subjects', 'departments'] as const
export type TermList = (typeof termLists)[number]

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>

/** The values a set of fields describes: required ones present, the rest optional. */
export type Values<F extends Fields> = Flatten<
  { [K in keyof F as F[K] extends Field<unknown, true> ? K : never]: ValueOf<F[K]> } & {
    [K in keyof F as F[K] extends Field<unknown, true> ? never : K]?: ValueOf<F[K]>
  }
>
type ValueOf<F> = F extends Field<infer T, boolean> ? T : never
export type Flatten<T> = { [K in keyof T]: T[K] }

/** Longest text a single line, a number or a note may hold, in characters. */
export const limits = { text: 200, longText: 8000, list: 200 } as const

const field = <T>(kind: FieldKind, schema: z.ZodType<T>, hints: Partial<Field> = {}): Field<T, false> => ({
  ...hints,
  kind,
  schema,
  isRequired: false,
})

// A lone surrogate cannot be stored as UTF-8, and a control character has no place in a name.
const clean = (max: number) =>
  z
    .string({ error: 'NOT_TEXT' })
    .max(max)
    .refine((value) => value.isWellFormed(), 'BROKEN_CHARACTER')
    .refine((value) => !/(?![\t\n\r\u0085])\p{Cc}/u.test(value), 'CONTROL_CHARACTER')

// What can be read is kept in the one form that everything compares; what cannot is left for the check that follows.
const writtenAs = (read: (text: string) => string | undefined, schema: z.ZodString) =>
  schema.overwrite((text) => read(text) ?? text)

/** A single line, from whatever door: a break within it is a space, so that it may stand in a header, a list and a file. */
export const text = (max: number = limits.text) => field('text', clean(max).overwrite(asLine).trim().min(1))
/** A number or a code by which people and other systems know something: a single line of what is seen. */
export const identifier = (max: number) => field('text', clean(max).overwrite(asIdentifier).trim().min(1))
export const longText = (max: number = limits.longText) => field('longText', clean(max).trim().min(1))
export const phone = () =>
  field('phone', writtenAs(readPhone, z.string({ error: 'NOT_A_PHONE' })).regex(phoneForm, 'NOT_A_PHONE'))
export const email = () => {
  const error = 'NOT_AN_EMAIL'
  return field('email', z.string({ error }).overwrite(asIdentifier).trim().check(z.email({ error })).max(254))
}
export const integer = (min = 0, max = 1_000_000) =>
  field('integer', z.int({ error: 'NOT_AN_INTEGER' }).min(min).max(max))
export const number = (min: number, max: number) =>
  field(
    'number',
    z
      .number({ error: 'NOT_A_NUMBER' })
      .min(min)
      .max(max)
      // DynamoDB keeps no magnitude below 1E-130, and nobody here means one below a billionth.
      .refine((value) => value === 0 || Math.abs(value) >= 1e-9, 'NEAR_ZERO'),
  )
/** Integer of minor units; the currency stands in the record's `currency` field. */
export const money = () => field('money', z.int({ error: 'NOT_MONEY' }).min(-1_000_000_000_000).max(1_000_000_000_000))
/** An ISO 4217 code such as SAR. */
export const currency = () =>
  field(
    'currency',
    z
      .string({ error: 'NOT_A_CURRENCY' })
      .overwrite(asIdentifier)
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'NOT_A_CURRENCY'),
  )
/** Hundredths of a percent: 2000 is 20 %. */
export const basisPoints = () => field('basisPoints', z.int({ error: 'NOT_A_PERCENTAGE' }).min(0).max(10_000))
export const boolean = () => field('boolean', z.boolean({ error: 'NOT_YES_OR_NO' }))
/** A time of day such as 08:30, at most 24:00. */
export const timeOfDay = () => field('text', timeText)
export const day = () => {
  const error = 'NOT_A_DAY'
  return field('day', writtenAs(readIsoDay, z.string({ error })).check(z.iso.date({ error })))
}
/** A point in time, kept in UTC to the millisecond; any offset and any precision is taken. */
export const instant = () => {
  const error = 'NOT_AN_INSTANT'
  return field('instant', writtenAs(readIsoInstant, z.string({ error })).check(z.iso.datetime({ precision: 3, error })))
}
/** One of some values; with `tones` it is shown as a state. */
export const choice = <const C extends readonly [string, ...string[]]>(
  choices: C,
  tones?: Readonly<Partial<Record<C[number], Tone>>>,
) => field('choice', z.enum(choices, { error: 'NOT_IN_LIST' }), { choices, tones })
export const choices = <const C extends readonly [string, ...string[]]>(options: C) =>
  field('choices', z.array(z.enum(options, { error: 'NOT_IN_LIST' }), { error: 'NOT_A_LIST' }).max(options.length), {
    choices: options,
  })
const recordId = z
  .string({ error: 'NOT_A_REFERENCE' })
  .regex(/^[a-z][a-z-]{1,20}_[0-9A-HJKMNP-TV-Z]{26}$/, 'NOT_A_REFERENCE')
export const reference = (resource: string) => field('reference', recordId, { resource })
/** A person who is to act: an owner, an assignee, an approver; must be active and present when named. */
export const assignee = () => ({ ...reference('users'), isAssignee: true }) as const
export const references = (resource: string) =>
  field('references', z.array(recordId, { error: 'NOT_A_LIST' }).max(limits.list), { resource })
/** Text in several languages, by language code. */
export const texts = () =>
  field('texts', z.record(z.string().regex(/^[a-z]{2}$/), clean(limits.longText), { error: 'NOT_TEXTS' }))
/** The code of a term of a taxonomy; whether there is such a term is asked when the value changes. */
export const term = (list: TermList) =>
  field(
    'term',
    clean(60).overwrite(asIdentifier).trim().min(1).describe(`A code of /api/terms?filter={"list":"${list}"}`),
    { terms: list },
  )
/** A nested object with fields of its own. */
export const group = <F extends Fields>(fields: F) => field<Values<F>>('group', objectOf(fields), { fields })
/** A list of nested objects. */
export const list = <F extends Fields>(fields: F, max: number = limits.list) =>
  field<Values<F>[]>('list', z.array(objectOf(fields), { error: 'NOT_A_LIST' }).max(max), { fields })
/** A value whose own schema stands in a rule; shown read-only by generic pages. */
export const data = <T>(schema: z.ZodType<T>) => field<T>('data', schema)

/** The same field, which a new record must carry and no change may clear. */
export const required = <T>(field: Field<T>): Field<T, true> => ({ ...field, isRequired: true })
/** The same field, seen by these roles only; hidden from reads, filters, sorts and exports of others. */
export const readBy = <T, R extends boolean>(field: Field<T, R>, allow: readonly Role[]): Field<T, R> => ({
  ...field,
  readBy: allow,
})
/** The same field, which names or describes the person whom the record is about, or holds words that may. */
export const personal = <T, R extends boolean>(field: Field<T, R>): Field<T, R> => ({ ...field, isPersonal: true })
/** The same reference, which keeps nobody from deleting what it names. */
export const loose = <T, R extends boolean>(field: Field<T, R>): Field<T, R> => ({ ...field, isLoose: true })
/** The same field, changed by these roles only. */
export const writeBy = <T, R extends boolean>(field: Field<T, R>, allow: readonly Role[]): Field<T, R> => ({
  ...field,
  writeBy: allow,
})

// Unknown names are named one by one; anything else that is no object is one error.
const wrongObject = ({ code }: { code: string }) => (code === 'unrecognized_keys' ? undefined : 'NOT_A_GROUP')

/** A strict object schema of fields: unknown names refused, optional ones may be absent. */
export function objectOf<F extends Fields>(fields: F): z.ZodType<Values<F>> {
  const shape: Record<string, z.ZodType> = {}
  for (const [name, { schema, isRequired }] of Object.entries(fields))
    shape[name] = isRequired ? schema : schema.optional()
  return z.strictObject(shape, { error: wrongObject }) as z.ZodType as z.ZodType<Values<F>>
}

/** As `objectOf`, for a change: every field may be absent, and `null` clears an optional one. */
export function changesOf(fields: Fields): z.ZodType<Record<string, unknown>> {
  const shape: Record<string, z.ZodType> = {}
  for (const [name, { schema, isRequired }] of Object.entries(fields))
    shape[name] = isRequired ? schema.optional() : schema.nullish()
  return z.strictObject(shape)
}
