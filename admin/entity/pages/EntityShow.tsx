import Button from '@mui/material/Button'
import { type ComponentType, useMemo } from 'react'
import { type RaRecord, useResourceContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ActionExtras } from '#admin/actions/ActionDialog.tsx'
import { Actions } from '#admin/actions/Actions.tsx'
import { Column, Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { entityOf } from '#shared/entities/index.ts'
import { factsOf, inputsOf } from '../declaredFields.ts'
import { FieldList } from '../FieldList.tsx'
import { History } from '../History.tsx'
import { type RecordPageProps, RecordShow } from '../RecordShow.tsx'
import { State } from '../State.tsx'
import { recordTitle } from '../titles/recordTitle.ts'

interface EntityShowProps {
  /** Fields and facts that a section of the page, or another page, shows in its own way. */
  readonly hidden?: readonly string[]
  /** What is said above everything else. */
  readonly above?: ComponentType<RecordPageProps>
  /** Sections below the fields, above what operations wrote. */
  readonly below?: ComponentType<RecordPageProps>
  /** Sections beside the fields, above the history. */
  readonly beside?: ComponentType<RecordPageProps>
  /** Whether a record is changed by steps alone. */
  readonly isFixed?: (record: RaRecord) => boolean
  readonly extras?: (record: RaRecord) => Readonly<Record<string, ActionExtras>>
}

/** The page of a record of any entity: its fields, its history, and the steps that can be taken. */
export function EntityShow({ hidden, above, below, beside, isFixed, extras }: EntityShowProps) {
  const page = useMemo(
    () => (props: RecordPageProps) => <RecordPage {...props} {...{ hidden, above, below, beside, isFixed, extras }} />,
    [hidden, above, below, beside, isFixed, extras],
  )
  return <RecordShow page={page} outline={{ width: 200, height: 320 }} />
}

function RecordPage({
  record,
  me,
  hidden = [],
  above: Above,
  below: Below,
  beside: Beside,
  isFixed,
  extras,
}: RecordPageProps & EntityShowProps) {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const entity = entityOf(resource)
  // What nobody can fill in any more is not shown as missing.
  const isShown = (name: string) => !isFixed?.(record) || record[name] !== undefined
  const inputs = inputsOf(entity, me).filter(({ name }) => !hidden.includes(name) && isShown(name))
  const isGiven = (name: string) => !hidden.includes(name) && record[name] !== undefined && record[name] !== null
  const facts = factsOf(entity, me).filter(({ name }) => isGiven(name))
  const mayEdit = holds(me, resource, 'update') && !entity.isAppendOnly && !isFixed?.(record)
  return (
    <Page
      title={recordTitle(entity, record, words)}
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
      {Above && <Above record={record} me={me} />}
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
