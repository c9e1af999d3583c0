import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { lazy, Suspense } from 'react'
import { ShowBase, usePermissions, useShowContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { History } from '#admin/entity/History.tsx'
import { Listed } from '#admin/entity/Listed.tsx'
import { State } from '#admin/entity/State.tsx'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Chain } from '#admin/settlements/Chain.tsx'
import { Documents } from '#admin/settlements/Documents.tsx'
import { Lines } from '#admin/settlements/Lines.tsx'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { fieldOf } from '#shared/entity.ts'

const Estimate = lazy(() => import('#admin/settlements/Estimate.tsx').then((all) => ({ default: all.Estimate })))
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

/** A settlement file: the packet, every amount of the calculation, and the chain of hands it goes through. */
export function FileShow() {
  return (
    <ShowBase>
      <FilePage />
    </ShowBase>
  )
}

function FilePage() {
  const words = useWords()
  const { t } = words
  const { record, error, refetch } = useShowContext()
  const { permissions: me } = usePermissions<Me>()
  const noun = words.resource('settlement-files', 1)
  if (error)
    return (
      <Page title={noun} under="settlement-files">
        <Unreadable error={error} again={refetch} />
      </Page>
    )
  if (!record || !me)
    return (
      <Page title={<Skeleton width={180} />} under="settlement-files">
        <Skeleton variant="rounded" height={420} />
      </Page>
    )
  const declared = packet.flatMap((name) => {
    const field = fieldOf(SettlementFile, name)
    return field && record[name] !== undefined && record[name] !== null ? [{ name, field }] : []
  })
  const extras = {
    verify: { known: { totalsHash: record.totalsHash } },
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
      beside={<State value={record.stage} />}
      actions={
        <>
          <Actions of={SettlementFile} record={record} extras={extras} isPrimary />
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
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3.2fr) minmax(250px, 1fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={t('file.lines')}>
            <Lines record={record} />
          </Section>
          <Section title={t('file.packet')}>
            <Listed of={SettlementFile} record={record} declared={declared} />
          </Section>
          <Section title={t('history.title')}>
            <History of={SettlementFile} record={record} />
          </Section>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={t('file.chain')}>
            <Chain record={record} />
          </Section>
          <Section title={t('file.documents')}>
            <Documents record={record} />
          </Section>
        </Box>
      </Box>
    </Page>
  )
}
