import Box from '@mui/material/Box'
import { useState } from 'react'
import type { RaRecord } from 'react-admin'
import { Actions } from '#admin/actions/Actions.tsx'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { History } from '#admin/entity/History.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { Column, Columns, DescriptionList, Page, Section } from '#admin/frame/Page.tsx'
import { formatMoney, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { Batch } from '#shared/entities/batch.ts'
import { BatchFiles } from './BatchFiles.tsx'
import { Candidates } from './Candidates.tsx'
import { Deliveries } from './Deliveries.tsx'
import { Exports } from './Exports.tsx'

const facts = [
  'payerId',
  'siteId',
  'careType',
  'month',
  'fileCount',
  'payerShareMinor',
  'createdAt',
  'sealedAt',
  'sealedBy',
]

/** A batch: the files in it, those that could join, its totals, exports and deliveries. */
export function BatchShow() {
  return <RecordShow page={BatchPage} />
}

function BatchPage({ record }: RecordPageProps) {
  const words = useWords()
  const { t } = words
  const [job, setJob] = useState<string>()
  const noun = words.resource('batches', 1)
  const declared = filledFields(Batch, record, facts)
  const extras = {
    export: { defaults: { format: 'csv' }, done: (answer: { job?: string }) => setJob(answer.job) },
  }
  return (
    <Page
      title={record.number ?? noun}
      under="batches"
      beside={<State entity={Batch} record={record} />}
      actions={<Actions entity={Batch} record={record} extras={extras} isPrimary hidden={['add', 'remove']} />}
    >
      <Columns wide="minmax(0, 2.4fr) minmax(280px, 1fr)">
        <Column>
          <Section title={t('batch.files')}>
            <BatchFiles record={record} />
          </Section>
          {record.status === 'open' && (
            <Section title={t('batch.candidates')}>
              <Candidates record={record} />
            </Section>
          )}
          <Section title={t('history.title')}>
            <History entity={Batch} record={record} />
          </Section>
        </Column>
        <Column>
          <Section title={t('show.details')}>
            <FieldList entity={Batch} record={record} declared={declared} />
          </Section>
          {record.totals && (
            <Section title={t('batch.totals')}>
              <Totals record={record} />
            </Section>
          )}
          {record.status !== 'open' && (
            <Section title={t('batch.exports')}>
              <Exports record={record} job={job} />
            </Section>
          )}
          {record.status !== 'open' && (
            <Section title={t('batch.deliveries')}>
              <Deliveries record={record} />
            </Section>
          )}
        </Column>
      </Columns>
    </Page>
  )
}

/** The control totals a sealed batch promises, with its checksum. */
function Totals({ record }: { record: RaRecord }) {
  const { words, locale, currency } = useTextContext('batches', record)
  const totals: Record<string, number> = record.totals
  return (
    <DescriptionList>
      {Object.entries(totals).map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{words.field('batches', name)}</dt>
          <Box component="dd" dir="ltr" sx={{ textAlign: 'end' }}>
            <bdi dir="ltr">
              {name.endsWith('Minor')
                ? `${formatMoney(value, currency, locale)} ${currency}`
                : formatNumber(value, locale)}
            </bdi>
          </Box>
        </Box>
      ))}
      {record.sha256 && (
        <>
          <dt>{words.t('batch.checksum')}</dt>
          <Box component="dd" dir="ltr" sx={{ overflowWrap: 'anywhere', typography: 'caption' }}>
            <code>{record.sha256}</code>
          </Box>
        </>
      )}
    </DescriptionList>
  )
}
