import PrintOutlined from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import { Link, useLocation } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { CaseFollowUps } from '#admin/follow-ups/CaseFollowUps.tsx'
import { Column, Columns, Page } from '#admin/frame/Page.tsx'
import { LogInteraction } from '#admin/interactions/LogInteraction.tsx'
import { useWords } from '#admin/language/words.ts'
import { LetterList } from '#admin/letters/LetterList.tsx'
import { PromiseList } from '#admin/promises/PromiseList.tsx'
import { holds } from '#admin/provider/auth.ts'
import { ReportLine } from '#admin/special-reports/ReportLine.tsx'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { Banners } from './Banners.tsx'
import { CaseSide } from './CaseSide.tsx'
import { HelpCall } from './HelpCall.tsx'
import { Matter } from './Matter.tsx'
import { PaperHead } from './PaperHead.tsx'
import { Statements } from './Statements.tsx'
import { Timeline } from './Timeline.tsx'
import { useLeads } from './useLeads.ts'

/** One case: the matter and both sides of it, what happened, what may be offered and what runs out. */
export function CaseShow() {
  return <RecordShow page={CasePage} />
}

function CasePage({ record, me }: RecordPageProps) {
  const { shown } = useWords()
  const isErased = isErasedText(record.patientName)
  return (
    <Page
      title={record.number}
      under="cases"
      beside={
        <>
          <State entity={Case} record={record} />
          {record.severity === 'major' && <State entity={Case} record={record} name="severity" />}
          <bdi>{shown(record.patientName)}</bdi>
        </>
      }
      actions={<CaseActions record={record} me={me} isErased={isErased} />}
    >
      <PaperHead record={record} me={me} />
      <Columns wide="minmax(0, 2fr) minmax(0, 1.45fr) minmax(290px, 1.15fr)">
        <Column>
          <Banners record={record} />
          <Matter record={record} />
          {holds(me, 'statements', 'read') && <Statements record={record} />}
          <ReportLine record={record} />
          <PromiseList record={record} />
          <CaseFollowUps record={record} />
          <LetterList record={record} />
        </Column>
        <Timeline record={record} actions={<LogInteraction record={record} />} />
        <CaseSide record={record} />
      </Columns>
      {!isErased && <HelpCall record={record} />}
    </Page>
  )
}

/** The steps of a case; whoever has just opened it stands at the one that hands it over to the lead on duty. */
function CaseActions({ record, me, isErased }: RecordPageProps & { isErased: boolean }) {
  const { t } = useWords()
  const { state } = useLocation()
  const [lead] = useLeads(record.siteId, new Date().toISOString())
  return (
    <>
      {!isErased && (
        <Actions
          entity={Case}
          record={record}
          isPrimary
          // The call for help has a place of its own while it can be made, and so has its answer.
          hidden={isOver(caseLife, record) ? ['answer-help'] : ['answer-help', 'call-for-help']}
          extras={{
            acknowledge: { defaults: { contactPerson: me.name } },
            merge: { filters: { intoId: { patientId: record.patientId, number_neq: record.number } } },
            'hand-over': {
              isFocused: state?.isNew === true,
              ...(lead && lead.id !== record.ownerId && { defaults: { ownerId: lead.id } }),
            },
          }}
        />
      )}
      {!isErased && holds(me, 'cases', 'update') && (
        <Button component={Link} to={`/cases/${record.id}`} color="secondary">
          {t('form.change')}
        </Button>
      )}
      <Button color="secondary" startIcon={<PrintOutlined />} onClick={() => window.print()}>
        {t('case.print')}
      </Button>
    </>
  )
}
