import Button from '@mui/material/Button'
import { type ComponentType, useMemo } from 'react'
import { type RaRecord, useResourceContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ActionExtras } from '#admin/actions/ActionDialog.tsx'
import { Actions } from '#admin/actions/Actions.tsx'
import { Column, Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { factsOf, inputsOf } from '../declaredFields.ts'
import { FieldList } from '../FieldList.tsx'
import { History } from '../History.tsx'
import { type RecordPageProps, RecordShow } from '../RecordShow.tsx'
import { State } from '../State.tsx'

interface EntityShowProps {
  /** Fields that a section of the page shows in its own way. */
  readonly hidden?: readonly string[]
  /** Sections below the fields, above what operations wrote. */
  readonly below?: ComponentType<RecordPageProps>
  /** Sections beside the fields, above the history. */
  readonly beside?: ComponentType<RecordPageProps>
  readonly extras?: (record: RaRecord) => Readonly<Record<string, ActionExtras>>
}

/** The page of a record of any entity: its fields, its history, and the steps that can be taken. */
export function EntityShow({ hidden, below, beside, extras }: EntityShowProps) {
  const page = useMemo(
    () => (props: RecordPageProps) => <RecordPage {...props} {...{ hidden, below, beside, extras }} />,
    [hidden, below, beside, extras],
  )
  return <RecordShow page={page} outline={{ width: 200, height: 320 }} />
}

function RecordPage({
  record,
  me,
  hidden = [],
  below: Below,
  beside: Beside,
  extras,
}: RecordPageProps & EntityShowProps) {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const entity = entityOf(resource)
  const inputs = inputsOf(entity, me).filter(({ name }) => !hidden.includes(name))
  const facts = factsOf(entity, me).filter(({ name }) => record[name] !== undefined && record[name] !== null)
  const mayEdit = holds(me, resource, 'update') && !entity.isAppendOnly
  return (
    <Page
      title={titleOf(entity, record, words)}
      tab={words.resource(resource, 1)}
      under={resource}
      beside={<State entity={entity} record={record} />}
      actions={
        <>
          <Actions entity={entity} record={record} extras={extras?.(record)} />
          {mayEdit && (
            <Button component={Link} to={`/${resource}/${encodeURIComponent(record.id)}`} variant="contained">
              {words.t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Columns wide="minmax(0, 3fr) minmax(0, 2fr)">
        <Column>
          {inputs.length > 0 && (
            <Section title={words.t('show.details')}>
              <FieldList entity={entity} record={record} declared={inputs} />
            </Section>
          )}
          {Below && <Below record={record} me={me} />}
          {facts.length > 0 && (
            <Section title={words.t('show.facts')}>
              <FieldList entity={entity} record={record} declared={facts} />
            </Section>
          )}
        </Column>
        <Column>
          {Beside && <Beside record={record} me={me} />}
          <Section title={words.t('history.title')}>
            <History entity={entity} record={record} />
          </Section>
        </Column>
      </Columns>
    </Page>
  )
}

/** The name of a record for a person: its title, or its noun where the title is only an id. */
export function titleOf(entity: Entity, record: RecordValues, words: Pick<Words, 'value' | 'resource'>): string {
  const title = record[entity.title]
  if (typeof title !== 'string' || title === record.id) return words.resource(entity.resource, 1)
  return fieldOf(entity, entity.title)?.kind === 'choice' ? words.value(entity.resource, entity.title, title) : title
}
