import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { type RaRecord, ShowBase, useShowContext } from 'react-admin'
import { Actions } from '#admin/actions/Actions.tsx'
import { History } from '#admin/entity/History.tsx'
import { Listed } from '#admin/entity/Listed.tsx'
import { State } from '#admin/entity/State.tsx'
import { useReading } from '#admin/entity/Value.tsx'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Facts, Page, Section } from '#admin/frame/Page.tsx'
import { formatMoney, formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { BatchFiles } from '#admin/settlements/BatchFiles.tsx'
import { Candidates } from '#admin/settlements/Candidates.tsx'
import { Deliveries } from '#admin/settlements/Deliveries.tsx'
import { Exports } from '#admin/settlements/Exports.tsx'
import { Batch } from '#shared/entities/batch.ts'
import { fieldOf } from '#shared/entity.ts'

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
  return (
    <ShowBase>
      <BatchPage />
    </ShowBase>
  )
}

function BatchPage() {
  const words = useWords()
  const { t } = words
  const { record, error, refetch } = useShowContext()
  const [job, setJob] = useState<string>()
  const noun = words.resource('batches', 1)
  if (error)
    return (
      <Page title={noun} under="batches">
        <Unreadable error={error} again={refetch} />
      </Page>
    )
  if (!record)
    return (
      <Page title={<Skeleton width={180} />} under="batches">
        <Skeleton variant="rounded" height={420} />
      </Page>
    )
  const declared = facts.flatMap((name) => {
    const field = fieldOf(Batch, name)
    return field && record[name] !== undefined && record[name] !== null ? [{ name, field }] : []
  })
  const extras = {
    export: { defaults: { format: 'csv' }, done: (answer: { job?: string }) => setJob(answer.job) },
  }
  return (
    <Page
      title={record.number ?? noun}
      under="batches"
      beside={<State value={record.status} />}
      actions={<Actions of={Batch} record={record} extras={extras} isPrimary hidden={['add', 'remove']} />}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2.4fr) minmax(280px, 1fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={t('batch.files')}>
            <BatchFiles record={record} />
          </Section>
          {record.status === 'open' && (
            <Section title={t('batch.candidates')}>
              <Candidates record={record} />
            </Section>
          )}
          <Section title={t('history.title')}>
            <History of={Batch} record={record} />
          </Section>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={t('show.details')}>
            <Listed of={Batch} record={record} declared={declared} />
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
        </Box>
      </Box>
    </Page>
  )
}

/** The control totals a sealed batch promises, with its checksum. */
function Totals({ record }: { record: RaRecord }) {
  const { words, locale, currency } = useReading(record)
  const totals: Record<string, number> = record.totals
  return (
    <Facts>
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
          <Box component="dd" dir="ltr" sx={{ overflowWrap: 'anywhere', fontSize: 12 }}>
            <code>{record.sha256}</code>
          </Box>
        </>
      )}
    </Facts>
  )
}
