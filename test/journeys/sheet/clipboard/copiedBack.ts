import fc from 'fast-check'
import { i18nProvider } from '#admin/language/i18n.ts'
import { wordsOf } from '#admin/language/words.ts'
import { copiedCells } from '#admin/sheet/clipboard/copyRows.ts'
import { pasting } from '#admin/sheet/clipboard/pasting.ts'
import { tableHtml, tableText } from '#admin/sheet/clipboard/writeTable.ts'
import type { CellArea, CellGround } from '#admin/sheet/edit/cells.ts'
import { readEntries } from '#admin/sheet/entries/readEntries.ts'
import type { SheetRow } from '#admin/sheet/rows.ts'
import { basisPoints, day, instant, integer, longText, money, number, reference } from '#shared/declaration/field.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { isSame } from '#shared/values/canonical.ts'

/** A column of each kind that a sheet edits, named as its words are. */
const fields = {
  name: Patient.fields.name,
  description: longText(),
  memberNumber: Patient.fields.memberNumber,
  phone: Patient.fields.phone,
  email: Patient.fields.email,
  level: integer(-1000, 1_000_000),
  score: number(-1000, 1000),
  disputedMinor: money(),
  shareBp: basisPoints(),
  isVip: Patient.fields.isVip,
  birthDate: day(),
  receivedAt: instant(),
  channel: Case.fields.channel,
  majorReasons: Case.fields.majorReasons,
  siteId: reference('sites'),
} as const
type KindName = keyof typeof fields
const names = Object.keys(fields) as KindName[]

const idOf = (number: number) => `site_${String(number).padStart(26, '0')}`
/** Titles of records; two are called the same, and one as if it were several. */
const titles = new Map(
  ['Main', 'عيادة الميناء', 'Twin', 'Twin', 'A, B · C', '"Quoted"\tSite', ' 12 '].map((title, index) => [
    idOf(index),
    title,
  ]),
)

const letters = [
  ...'ab1 \t\n\r"\'=+@,;·.-–هدى٣ñ李',
  '\u00a0',
  '\u202a',
  '\u202c',
  '\u200f',
  '\u2011',
  '\ufeff',
  '""',
  '\r\n',
  '<br>',
  '&nbsp;',
]
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 14 })
const instantOf = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString())
const values: Record<KindName, fc.Arbitrary<unknown>> = {
  name: text,
  description: text,
  memberNumber: text,
  phone: fc.integer({ min: 10_000_000, max: 999_999_999_999 }).map((number) => `+${number}`),
  email: fc.constantFrom('huda@example.org', "o'neil+x@example.org"),
  level: fc.integer({ min: -1000, max: 1_000_000 }),
  score: fc.double({ min: -1000, max: 1000, noNaN: true }),
  disputedMinor: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
  shareBp: fc.integer({ min: 0, max: 10_000 }),
  isVip: fc.boolean(),
  birthDate: instantOf('1900-01-02T00:00:00Z', '2026-01-01T00:00:00Z').map((at) => at.slice(0, 10)),
  // Among them the hour that autumn repeats.
  receivedAt: fc.oneof(
    instantOf('2020-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    instantOf('2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z'),
  ),
  channel: fc.constantFrom(...(Case.fields.channel.choices ?? [])),
  majorReasons: fc.uniqueArray(fc.constantFrom(...(Case.fields.majorReasons.choices ?? [])), {
    minLength: 1,
    maxLength: 3,
  }),
  siteId: fc.constantFrom(...titles.keys()),
}

/** A row as the product would have stored it: a value that its field refuses is none. */
const row = fc
  .record(Object.fromEntries(names.map((name) => [name, fc.option(values[name], { nil: undefined, freq: 6 })])))
  .map((drawn) => {
    const kept = names.flatMap((name) => {
      const result = fields[name].schema.safeParse(drawn[name])
      // A clipboard has breaks of one kind only.
      const data = typeof result.data === 'string' ? result.data.replace(/\r\n?/g, '\n') : result.data
      return result.success ? [[name, data]] : []
    })
    return Object.fromEntries(kept)
  })

interface SheetRegion {
  readonly locale: string
  readonly zone: string
  readonly currency: string
}

/**
 * Copies random areas of random sheets, and pastes them where they came from, as markup and as text, and into rows below.
 * What stands there afterwards is what was copied; the first sheet for which it is not is told.
 */
export async function copiedBack({ locale, zone, currency }: SheetRegion, numRuns: number): Promise<string> {
  await i18nProvider.changeLocale(locale)
  const words = { ...wordsOf((key, options) => i18nProvider.translate(key, options)), locale }
  const ids = (title: string) => [...titles].filter(([, each]) => each === title).map(([id]) => id)
  const context = {
    ...{ resource: 'cases', words, locale, zone, currency },
    titleOf: (_: string, id: string) => titles.get(id),
    idOf: (_: string, title: string) => (ids(title).length === 1 ? ids(title)[0] : undefined),
  }
  const columnOf = (name: string) => ({
    name,
    field: { ...fields[name as KindName], isRequired: false },
    isEditable: true,
  })
  const groundOf = (rows: readonly SheetRow[]): CellGround => ({
    rows,
    columnOf,
    contextOf: () => context,
    enteredOf: () => undefined,
  })
  const check = async (drawn: SheetRow[], height: number, order: KindName[], from: number, width: number) => {
    const rows = drawn.map((each, index) => ({ ...each, id: `row_${index}` }))
    const source: CellArea = { names: order.slice(from, from + width), firstRow: 0, lastRow: height - 1 }
    const cells = copiedCells(source, groundOf(rows))
    const full = { html: tableHtml(cells), text: tableText(cells) }
    const paste = async (texts: typeof full, firstRow: number) => {
      const target = { names: source.names.slice(0, 1), firstRow, lastRow: firstRow }
      const ground = { names: order, totalRows: rows.length, mostRows: 1000, groundOf: async () => groundOf(rows) }
      const pasted = await pasting(texts, target, ground)
      if (typeof pasted === 'string') throw new Error(pasted)
      return readEntries(pasted.cells, columnOf, () => context)
    }
    for (const texts of [full, { ...full, html: '' }, { ...full, text: '' }]) {
      const { values, unreadable } = await paste(texts, 0)
      // Whatever is pasted into its own cells again is no change at all.
      const changes = values.filter(
        ({ id, field, after }) => !isSame(rows.find((each) => each.id === id)?.[field as never], after),
      )
      if (changes.length + unreadable.length > 0) throw new Error(JSON.stringify({ changes, unreadable, texts }))
      const below = await paste(texts, height)
      const after = rows.map((each) => ({ ...each }) as Record<string, unknown>)
      for (const { id, field, after: value } of below.values)
        Object.assign(after.find((each) => each.id === id) ?? {}, { [field]: value })
      for (let y = 0; y < height; y++)
        for (const name of source.names)
          if (!isSame(after[height + y]?.[name], rows[y]?.[name as never]))
            throw new Error(
              JSON.stringify({ name, is: after[height + y]?.[name], was: rows[y]?.[name as never], below, texts }),
            )
    }
  }
  const sheet = fc
    .integer({ min: 1, max: 3 })
    .chain((height) =>
      fc.tuple(
        fc.array(row, { minLength: 2 * height, maxLength: 2 * height }),
        fc.constant(height),
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.nat(names.length - 1),
        fc.integer({ min: 1, max: 8 }),
      ),
    )
  const property = fc.asyncProperty(sheet, ([rows, ...rest]) => check(rows as SheetRow[], ...rest))
  const result = await fc.check(property, { numRuns, maxSkipsPerRun: 0 })
  return result.failed
    ? `${JSON.stringify(result.counterexample)}\n${result.errorInstance}`
    : `${result.numRuns} sheets`
}
