import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useReference } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { DescriptionList } from '#admin/frame/Page.tsx'
import { formatFully, formatMoney } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { entityOf } from '#shared/entities/index.ts'
import { State, ToneText } from './State.tsx'
import { recordTitle } from './titles/recordTitle.ts'
import { toneOf } from './tone.ts'
import { useTextContext } from './useTextContext.ts'
import { type TextContext, textOf } from './valueText.ts'

/** The title of a referenced record, as a link to it where it can be read; within a sentence (`isInText`) it is underlined. */
export function Reference({ resource, id, isInText = false }: { resource: string; id: string; isInText?: boolean }) {
  const entity = entityOf(resource)
  const options = { meta: { fields: [entity.title] } }
  const { referenceRecord, isPending, error } = useReference({ reference: resource, id, options })
  const words = useWords()
  if (isPending) return <Skeleton width={90} sx={{ display: 'inline-block' }} />
  if (error || !referenceRecord) return <span>{id.slice(-6)}</span>
  return (
    <Link
      component={RouterLink}
      to={`/${resource}/${encodeURIComponent(id)}/show`}
      dir="auto"
      underline={isInText ? 'always' : 'hover'}
    >
      {recordTitle(entity, referenceRecord, words)}
    </Link>
  )
}

interface ValueProps {
  readonly entity: Entity
  readonly record: RecordValues
  readonly name: string
  readonly field: Field
}

/** A value of a record for a person: references as links, states and limits in their tone, instants with their zone on hover. */
export function Value({ entity, record, name, field }: ValueProps) {
  const context = useTextContext(entity.resource, record)
  const value = record[name]
  if (value === undefined || value === null || value === '') return <NoValue />
  if (field.tones) return <State entity={entity} record={record} name={name} />
  switch (field.kind) {
    case 'reference':
      return <Reference resource={field.resource ?? ''} id={String(value)} />
    case 'references':
      return <References resource={field.resource ?? ''} ids={value as string[]} />
    case 'group':
      return <Group entity={entity} value={value as RecordValues} field={field} context={context} />
    case 'money':
      return <Money minor={Number(value)} context={context} />
    case 'phone':
    case 'email':
      return (
        <Link href={`${field.kind === 'phone' ? 'tel' : 'mailto'}:${value}`} dir="ltr">
          {String(value)}
        </Link>
      )
    case 'day':
    case 'instant': {
      const isInstant = field.kind === 'instant'
      const hover = isInstant ? formatFully(String(value), context.zone, context.locale) : undefined
      const tone = toneOf(entity, name, record)
      const time = (
        <time dateTime={String(value)} title={hover}>
          {textOf({ name, field }, value, context)}
        </time>
      )
      return tone === 'plain' ? time : <ToneText tone={tone}>{time}</ToneText>
    }
    case 'data':
      if (isNested(value)) return <Json value={value} />
  }
  return (
    <Box component="span" dir="auto" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {textOf({ name, field }, value, context)}
    </Box>
  )
}

function References({ resource, ids }: { resource: string; ids: readonly string[] }) {
  return (
    <Stack component="span" direction="row" spacing={1} sx={{ flexWrap: 'wrap' }}>
      {ids.map((id) => (
        <Reference key={id} resource={resource} id={id} />
      ))}
    </Stack>
  )
}

/** An amount with its currency, set left to right in every language. */
export function Money({ minor, context }: { minor: number; context: TextContext }) {
  return (
    <Box component="bdi" dir="ltr" sx={{ whiteSpace: 'nowrap' }}>
      {formatMoney(minor, context.currency, context.locale)}{' '}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.85em' }}>
        {context.currency}
      </Box>
    </Box>
  )
}

const isNested = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.every((each) => typeof each !== 'object'))

interface GroupProps {
  readonly entity: Entity
  readonly value: RecordValues
  readonly field: Field
  readonly context: TextContext
}

/** The entries of a group, each with its name. */
function Group({ entity, value, field, context }: GroupProps) {
  const entries = Object.entries(field.fields ?? {}).filter(
    ([name]) => value[name] !== undefined && value[name] !== null,
  )
  return (
    <DescriptionList>
      {entries.map(([name, inner]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{context.words.field(entity.resource, name)}</dt>
          <dd>
            {inner.kind === 'reference' ? (
              <Reference resource={inner.resource ?? ''} id={String(value[name])} />
            ) : (
              textOf({ name, field: inner }, value[name], context)
            )}
          </dd>
        </Box>
      ))}
    </DescriptionList>
  )
}

function Json({ value }: { value: object }) {
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

/** A dash for the eye, "nothing" for a screen reader. */
function NoValue() {
  const { t } = useWords()
  return (
    <Typography component="span" variant="body2" color="textSecondary">
      <span aria-hidden>—</span>
      <Box
        component="span"
        sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {t('history.nothing')}
      </Box>
    </Typography>
  )
}
