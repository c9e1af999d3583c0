import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import { useReference } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Facts } from '#admin/frame/Page.tsx'
import { formatFully } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entityOf } from '#shared/entities/index.ts'
import { State, Toned } from './State.tsx'
import { type TextContext, textOf } from './text.ts'
import { isLimit, isOver, isState, limitTone, toneOf } from './tone.ts'

type Rec = Readonly<Record<string, unknown>>

/** How values of this record read: its site's zone, its currency, the person's language. */
export function useReading(record: Rec = {}): TextContext {
  const words = useWords()
  const sites = useSites()
  const siteId = record.siteId ?? (String(record.id).startsWith('site_') ? record.id : undefined)
  return {
    words,
    locale: words.locale,
    zone: sites.zoneOf(siteId),
    currency: typeof record.currency === 'string' ? record.currency : sites.currencyOf(siteId),
  }
}

/** The title of a referenced record, leading to it. */
export function Reference({ resource, id, isInText = false }: { resource: string; id: string; isInText?: boolean }) {
  const { referenceRecord, isPending, error } = useReference({ reference: resource, id })
  const entity = entityOf(resource)
  if (isPending) return <Skeleton width={90} sx={{ display: 'inline-block' }} />
  const title = String(referenceRecord?.[entity.title] ?? id.slice(-6))
  if (error) return <span>{title}</span>
  return (
    <Link
      component={RouterLink}
      to={`/${resource}/${encodeURIComponent(id)}/show`}
      dir="auto"
      underline={isInText ? 'always' : 'hover'}
    >
      {title}
    </Link>
  )
}

/** A value of a record as people read it: references as links, states and limits in their colour, instants with the zone on hover. */
export function Value({ entity, record, name, field }: { entity: Entity; record: Rec; name: string; field: Field }) {
  const reading = useReading(record)
  const value = record[name]
  if (value === undefined || value === null || value === '') return <Empty />
  if (field.kind === 'reference') return <Reference resource={field.resource ?? ''} id={String(value)} />
  if (field.kind === 'references')
    return (
      <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1 }}>
        {(value as string[]).map((id) => (
          <Reference key={id} resource={field.resource ?? ''} id={id} />
        ))}
      </Box>
    )
  if (field.kind === 'group') return <Group entity={entity} value={value as Rec} field={field} reading={reading} />
  if (isState(name)) return <State value={value} tone={toneOf(value, entity.resource)} />
  const text = textOf(field, value, reading)
  if (field.kind === 'instant' || field.kind === 'day') {
    const tone = isLimit(name) ? limitTone(value, isOver(record)) : 'plain'
    const time = (
      <time
        dateTime={String(value)}
        title={field.kind === 'instant' ? formatFully(String(value), reading.zone, reading.locale) : undefined}
      >
        {text}
      </time>
    )
    return tone === 'plain' ? time : <Toned tone={tone}>{time}</Toned>
  }
  if (field.kind === 'money') return <Money minor={Number(value)} reading={reading} />
  if (field.kind === 'phone')
    return (
      <Link href={`tel:${value}`} dir="ltr">
        {text}
      </Link>
    )
  if (field.kind === 'email')
    return (
      <Link href={`mailto:${value}`} dir="ltr">
        {text}
      </Link>
    )
  if (field.kind === 'data' && isDeep(value)) return <Data value={value} />
  return (
    <Box component="span" dir="auto" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Box>
  )
}

/** An amount with its currency, set left to right in every language. */
export function Money({ minor, reading }: { minor: number; reading: TextContext }) {
  return (
    <Box component="bdi" dir="ltr" sx={{ whiteSpace: 'nowrap' }}>
      {textOf(moneyField, minor, reading)}{' '}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.85em' }}>
        {reading.currency}
      </Box>
    </Box>
  )
}
const moneyField = { kind: 'money' } as Field

const isDeep = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.every((each) => typeof each !== 'object'))

/** The entries of a group, each with its name. */
function Group({ entity, value, field, reading }: { entity: Entity; value: Rec; field: Field; reading: TextContext }) {
  const entries = Object.entries(field.fields ?? {}).filter(
    ([name]) => value[name] !== undefined && value[name] !== null,
  )
  return (
    <Facts>
      {entries.map(([name, inner]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{reading.words.field(entity.resource, name)}</dt>
          <dd>{textOf(inner, value[name], reading)}</dd>
        </Box>
      ))}
    </Facts>
  )
}

function Data({ value }: { value: object }) {
  return (
    <Box
      component="pre"
      dir="ltr"
      tabIndex={0}
      sx={{ m: 0, fontSize: 12, maxHeight: 220, overflow: 'auto', whiteSpace: 'pre-wrap' }}
    >
      {JSON.stringify(value, null, 2)}
    </Box>
  )
}

function Empty() {
  const { t } = useWords()
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      <span aria-hidden>—</span>
      <Box
        component="span"
        sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {t('values.none')}
      </Box>
    </Box>
  )
}
