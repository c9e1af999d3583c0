import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useGetOne } from 'react-admin'
import { RestrictedLine } from '#admin/entity/access/RestrictedLine.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Column, Columns, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { type FollowUp, followUpLife } from '#shared/entities/followUp.ts'
import { CallHead } from './CallHead.tsx'
import { CallMatter } from './CallMatter.tsx'
import { CallResult } from './CallResult.tsx'
import { ConsentForm } from './ConsentForm.tsx'

interface CallPanelProps {
  readonly id: string
  readonly me: Me
  /** The call has ended or leaves the list, so that the next one is opened. */
  readonly ended: () => void
}

/** One call: who and where to, what the patient was here for, what to ask, and what came of it. */
export function CallPanel({ id, me, ended }: CallPanelProps) {
  const { t } = useWords()
  const { data: call, error, refetch } = useGetOne<FollowUp>('follow-ups', { id })
  const [isAgreed, setAgreed] = useState(false)
  if (error) return <ReadError error={error} again={refetch} />
  if (!call) return <Skeleton variant="rounded" height={420} />
  const isVisit = call.kind === 'home-visit'
  const hasConsent = call.consent?.status === 'granted'
  return (
    <Column>
      <RestrictedLine id={id} />
      <CallHead call={call} />
      {isOver(followUpLife, call) ? (
        <Section title={t('calls.over')}>{t('calls.overHint')}</Section>
      ) : isVisit && !(hasConsent && call.scheduledAt) ? (
        <ConsentForm
          call={call}
          isAgreed={isAgreed || hasConsent}
          agreed={() => {
            setAgreed(true)
            void refetch()
          }}
          ended={ended}
        />
      ) : (
        <CallResult call={call} me={me} ended={ended} />
      )}
      <Columns wide="minmax(0, 1fr) minmax(0, 1fr)">
        <CallMatter call={call} />
      </Columns>
    </Column>
  )
}
