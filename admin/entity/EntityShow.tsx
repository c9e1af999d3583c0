import Button from '@mui/material/Button'
import { useResourceContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { Column, Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { factsOf, inputsOf } from './declared.ts'
import { History } from './History.tsx'
import { NestedList } from './Listed.tsx'
import { FieldList, type ShownProps } from './Shown.tsx'
import { State } from './State.tsx'

/** A record of any entity: what it says, what was done with it, what can be done. */
export function EntityShow() {
  return <FieldList page={RecordPage} outline={{ width: 200, height: 320 }} />
}

function RecordPage({ record, me }: ShownProps) {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const of = entityOf(resource)
  const facts = factsOf(of, me).filter(({ name }) => record[name] !== undefined && record[name] !== null)
  const mayEdit = holds(me, resource, 'update') && !of.isAppendOnly
  return (
    <Page
      title={titleOf(of, record, words)}
      tab={words.resource(resource, 1)}
      under={resource}
      beside={<State value={record.status ?? record.stage} />}
      actions={
        <>
          <Actions of={of} record={record} />
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
            <NestedList of={of} record={record} declared={inputsOf(of, me)} />
          </Section>
          {facts.length > 0 && (
            <Section title={words.t('show.facts')}>
              <NestedList of={of} record={record} declared={facts} />
            </Section>
          )}
        </Column>
        <Section title={words.t('history.title')}>
          <History of={of} record={record} />
        </Section>
      </Columns>
    </Page>
  )
}

/** What a record is called: its title, or its noun where the title is only an id. */
export function titleOf(of: Entity, record: Record<string, unknown>, words: Pick<Words, 'value' | 'resource'>): string {
  const title = record[of.title]
  if (typeof title !== 'string' || title === record.id) return words.resource(of.resource, 1)
  return fieldOf(of, of.title)?.kind === 'choice' ? words.value(title) : title
}
