import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { useCaseRecords } from '#admin/cases/page/useCaseRecords.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { CasePromise } from '#shared/entities/promise.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { PromiseLine } from './PromiseLine.tsx'
import { inOrder } from './promiseForm.ts'

const MakePromise = lazy(() => import('./MakePromise.tsx').then((all) => ({ default: all.MakePromise })))

/** What was promised on a case: what is open, the next one due first, and below it what has ended. */
export function PromiseList({ record }: { record: RaRecord }) {
  const { t, locale } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const [read] = useCaseRecords(record, ['promises'])
  const [isMaking, setMaking] = useState(false)
  if (!me || !holds(me, 'promises', 'read')) return null
  const hasSteps = !isErasedText(record.patientName)
  const { open, ended } = inOrder((read?.data ?? []) as (CasePromise & RaRecord)[])
  const lines = (promises: readonly CasePromise[]) =>
    promises.map((promise) => <PromiseLine key={promise.id} promise={promise} hasSteps={hasSteps} />)
  return (
    <Section
      title={t('promise.title')}
      actions={
        hasSteps &&
        holds(me, 'promises', 'create') && <Button onClick={() => setMaking(true)}>{t('promise.make')}</Button>
      }
    >
      {read?.error && <ReadError error={read.error} again={read.refetch} />}
      {read?.isPending && <Skeleton variant="rounded" height={72} />}
      {read?.data?.length === 0 && <EmptyState>{t('promise.none')}</EmptyState>}
      <Box component="ul" className="plain">
        {lines(open)}
      </Box>
      {ended.length > 0 && (
        <Box component="details" sx={{ mt: 1 }}>
          <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2', color: 'text.secondary', py: 0.5 }}>
            {t('promise.ended', { count: formatNumber(ended.length, locale) })}
          </Box>
          <Box component="ul" className="plain">
            {lines(ended)}
          </Box>
        </Box>
      )}
      {isMaking && (
        <Suspense>
          <MakePromise record={record} close={() => setMaking(false)} />
        </Suspense>
      )}
    </Section>
  )
}
