import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { Column, Columns, Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { Case } from '#shared/entities/case.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { CaseSide } from './CaseSide.tsx'
import { Matter } from './Matter.tsx'
import { Statements } from './Statements.tsx'
import { Timeline } from './Timeline.tsx'

/** One case: the matter and both sides of it, what happened, and what runs out. */
export function CaseShow() {
  return <RecordShow page={CasePage} />
}

function CasePage({ record, me }: RecordPageProps) {
  const words = useWords()
  const isErased = isErasedText(record.patientName)
  return (
    <Page
      title={record.number}
      under="cases"
      beside={
        <>
          <State entity={Case} record={record} />
          {record.severity === 'major' && <State entity={Case} record={record} name="severity" />}
        </>
      }
      actions={
        <>
          {!isErased && (
            <Actions
              entity={Case}
              record={record}
              isPrimary
              extras={{
                acknowledge: { defaults: { contactPerson: me.name } },
                merge: { filters: { intoId: { patientId: record.patientId, number_neq: record.number } } },
              }}
            />
          )}
          {!isErased && holds(me, 'cases', 'update') && (
            <Button component={Link} to={`/cases/${record.id}`} color="secondary">
              {words.t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Columns wide="minmax(0, 2.3fr) minmax(0, 1.3fr) minmax(280px, 1fr)">
        <Column>
          {isErased && <Alert severity="info">{words.t('case.erased')}</Alert>}
          <Matter record={record} />
          {holds(me, 'statements', 'read') && <Statements record={record} />}
        </Column>
        <Timeline record={record} />
        <CaseSide record={record} />
      </Columns>
    </Page>
  )
}
