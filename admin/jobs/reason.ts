import type { Words } from '#admin/language/words.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'

type ReasonContext = Pick<Words, 't' | 'field'> & { readonly locale: string }

/** What the server says of a refusal, and the id of the rule behind it. */
type RefusedRow = { readonly message: string; readonly rule?: string }

/** Sentences of the server that the panel says in the person's language. */
const known: Readonly<Record<string, string>> = {
  'is required': 'validation.required',
  'is already taken by another record': 'ra.validation.unique',
  'There is no such record, or it is not one of your sites.': 'problems.404',
  'The row has more cells than the file has columns.': 'transfer.longRow',
  'Your role does not include this.': 'rules.ROLE',
}

/** Why a record or a row was refused, in the person's words: fields by their names, and what a field needs. */
export function reasonOf(entity: Entity, { message, rule }: RefusedRow, words: ReasonContext): string {
  const own = rule && words.t(`rules.${rule}`, { _: '' })
  if (own) return own
  return message
    .split('; ')
    .map((part) => {
      const [name = '', ...rest] = part.split(' ')
      // A value that occurs once may be several fields together; what stands within a field is named by that field.
      const names = name.split(',').map((each) => each.split('.')[0] ?? '')
      const [field] = names.map((each) => fieldOf(entity, each))
      const text = rest.join(' ')
      if (!field || text === '') return said(part, undefined, words)
      return `${names.map((each) => words.field(entity.resource, each)).join(' + ')}: ${said(text, field, words)}`
    })
    .join('; ')
}

function said(text: string, field: Field | undefined, { t, locale }: ReasonContext): string {
  const key = known[text]
  if (key) return t(key)
  const same = /^Row (\d+) is about the same record\.$/.exec(text)
  if (same) return t('transfer.sameRow', { row: same[1] })
  if (!field) return text
  const [, size, limit] = /^Too (big|small): .*?(\d+)\b(?!.*\d)/.exec(text) ?? []
  const isText = field.kind === 'text' || field.kind === 'longText'
  if (limit && size === 'big') return t(isText ? 'validation.tooLong' : 'validation.tooLarge', { limit })
  if (limit && size === 'small' && !isText) return t('validation.tooSmall', { limit })
  // English of a check's own making says more than the panel can; that of the checker's says less.
  const isOwn = locale === 'en' && !/^(Invalid|Unrecognized|Too )/.test(text)
  return isOwn ? text : t(`validation.${field.kind}`, { _: text })
}
