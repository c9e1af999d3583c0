import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { boolean, choice, identifier, integer, required, termLists, text, texts } from '#shared/declaration/field.ts'
import { everyone } from '#shared/declaration/roles.ts'
import type { languages } from './choices.ts'

/** The fact that has the name of a term in a language other than English. */
export const nameFacts = { ar: 'nameAr', zh: 'nameZh', it: 'nameIt', lv: 'nameLv' } as const satisfies Readonly<
  Record<Exclude<(typeof languages)[number], 'en'>, string>
>

/** One word of a taxonomy: a service line, a subject of cases, a department. It is switched off, never deleted. */
export const Term = entity({
  name: 'term',
  resource: 'terms',
  lambda: 'settings',
  title: 'name',
  fields: {
    list: required(choice(termLists)),
    /** What records hold, and what other systems send. */
    code: required(identifier(60)),
    names: required(texts()),
    /** Its place in its list, the smallest first. */
    position: integer(0, 10_000),
    isActive: boolean(),
    /** A department whose visits are not asked about in surveys. */
    isExcluded: boolean(),
  },
  /** Its names by language, for lists; `name` is the English one, else the first. */
  facts: { name: text(), nameAr: text(), nameZh: text(), nameIt: text(), nameLv: text() },
  columns: ['list', 'code', 'name', 'nameAr', 'nameZh', 'nameIt', 'nameLv', 'position', 'isActive', 'isExcluded'],
  order: [['name', 'ASC']],
  search: { fields: ['code', 'name', 'nameAr', 'nameZh', 'nameIt', 'nameLv'] },
  keyedBy: ['list', 'code'],
  unique: [['list', 'code']],
  access: { read: everyone, create: ['director', 'admin'], update: ['director', 'admin'], delete: [] },
  menu: { group: 'settings', icon: 'label' },
  example: { list: 'departments', code: 'Rheumatology', names: { en: 'Rheumatology', ar: 'أمراض الروماتيزم' } },
})
export type Term = RecordOf<typeof Term>
