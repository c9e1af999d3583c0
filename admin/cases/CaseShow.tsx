import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { FieldList, type ShownProps } from '#admin/entity/FieldList.tsx'
import { State } from '#admin/entity/State.tsx'
import { toneOf } from '#admin/entity/tone.ts'
import { Column, Columns, Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { Case } from '#shared/entities/case.ts'
import { CaseSide } from './CaseSide.tsx'
import { Matter } from './Matter.tsx'
import { Statements } from './Statements.tsx'
import { Timeline } from './Timeline.tsx'

/** One case: the matter and both sides of it, what happened, and what runs out. */
export function CaseShow() {
  return <FieldList page={CasePage} />
}

function CasePage({ record, me }: ShownProps) {
  const words = useWords()
  return (
    <Page
      title={record.number}
      under="cases"
      beside={
        <>
          <State value={record.status} tone={toneOf(record.status, 'cases')} />
          {record.severity === 'major' && <State value="major" />}
        </>
      }
      actions={
        <>
          <Actions
            entity={Case}
            record={record}
            isPrimary
            extras={{ acknowledge: { defaults: { contactPerson: me.name } }, 'hand-over': { defaults: {} } }}
          />
          {holds(me, 'cases', 'update') && (
            <Button component={Link} to={`/cases/${record.id}`} color="secondary">
              {words.t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Columns wide="minmax(0, 2.3fr) minmax(0, 1.3fr) minmax(280px, 1fr)">
        <Column>
          <Matter record={record} />
          <Statements record={record} />
        </Column>
        <Timeline record={record} />
        <CaseSide record={record} />
      </Columns>
    </Page>
  )
}
