import Button from '@mui/material/Button'
import { useResourceContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { Column, Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { factsOf, inputsOf } from './declaredFields.ts'
import { FieldList, type ShownProps } from './FieldList.tsx'
import { History } from './History.tsx'
import { NestedList } from './NestedList.tsx'
import { State } from './State.tsx'

/** A record of any entity: what it says, what was done with it, what can be done. */
export function EntityShow() {
  return <FieldList page={RecordPage} outline={{ width: 200, height: 320 }} />
}

function RecordPage({ record, me }: ShownProps) {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const entity = entityOf(resource)
  const facts = factsOf(entity, me).filter(({ name }) => record[name] !== undefined && record[name] !== null)
  const mayEdit = holds(me, resource, 'update') && !entity.isAppendOnly
  return (
    <Page
      title={titleOf(entity, record, words)}
      tab={words.resource(resource, 1)}
      under={resource}
      beside={<State value={record.status ?? record.stage} />}
      actions={
        <>
          <Actions entity={entity} record={record} />
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
          <Section title={words.t('show.details')}>
            <NestedList entity={entity} record={record} declared={inputsOf(entity, me)} />
          </Section>
          {facts.length > 0 && (
            <Section title={words.t('show.facts')}>
              <NestedList entity={entity} record={record} declared={facts} />
            </Section>
          )}
        </Column>
        <Section title={words.t('history.title')}>
          <History entity={entity} record={record} />
        </Section>
      </Columns>
    </Page>
  )
}

/** What a record is called: its title, or its noun where the title is only an id. */
export function titleOf(
  entity: Entity,
  record: Record<string, unknown>,
  words: Pick<Words, 'value' | 'resource'>,
): string {
  const title = record[entity.title]
  if (typeof title !== 'string' || title === record.id) return words.resource(entity.resource, 1)
  return fieldOf(entity, entity.title)?.kind === 'choice' ? words.value(title) : title
}
