import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { History } from '#admin/entity/History.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { Column, Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { Balance } from './Balance.tsx'
import { Chain } from './Chain.tsx'
import { Documents } from './Documents.tsx'
import { Lines } from './Lines.tsx'

const Estimate = lazy(() => import('./Estimate.tsx').then((all) => ({ default: all.Estimate })))
const packet = [
  'patientName',
  'encounterId',
  'coverageId',
  'payerId',
  'class',
  'contractId',
  'contractVersion',
  'careType',
  'serviceOn',
  'dischargedOn',
  'diagnosisCodes',
  'physician',
  'approvalNo',
  'dueBy',
  'siteId',
  'batchId',
]

/** A settlement file: the packet, every amount of the calculation, and who takes each step. */
export function FileShow() {
  return <RecordShow page={FilePage} />
}

function FilePage({ record, me }: RecordPageProps) {
  const words = useWords()
  const { t } = words
  const declared = filledFields(SettlementFile, record, packet)
  const extras = {
    verify: { preset: { totalsHash: record.totalsHash } },
    estimate: {
      dialog: (close: () => void) => (
        <Suspense>
          <Estimate record={record} close={close} />
        </Suspense>
      ),
    },
  }
  return (
    <Page
      title={record.number}
      under="settlement-files"
      beside={<State entity={SettlementFile} record={record} />}
      actions={
        <>
          <Actions entity={SettlementFile} record={record} extras={extras} isPrimary />
          {holds(me, 'settlement-files', 'update') && (
            <Button component={Link} to={`/settlement-files/${record.id}`} color="secondary">
              {t('form.change')}
            </Button>
          )}
        </>
      }
    >
      {record.returnReason && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('file.returned', { reason: record.returnReason })}
        </Alert>
      )}
      {record.overrideReason && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('file.override', { reason: record.overrideReason })}
        </Alert>
      )}
      <Columns wide="minmax(0, 3.2fr) minmax(250px, 1fr)">
        <Column>
          <Section title={t('file.lines')}>
            <Lines record={record} />
          </Section>
          <Balance record={record} />
          <Section title={t('file.packet')}>
            <FieldList entity={SettlementFile} record={record} declared={declared} />
          </Section>
          <Section title={t('history.title')}>
            <History entity={SettlementFile} record={record} />
          </Section>
        </Column>
        <Column>
          <Section title={t('file.chain')}>
            <Chain record={record} />
          </Section>
          <Section title={t('file.documents')}>
            <Documents record={record} />
          </Section>
        </Column>
      </Columns>
    </Page>
  )
}
