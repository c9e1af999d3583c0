import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { RecordLine } from '#admin/actions/RecordLine.tsx'
import { useCaseRecords } from '#admin/cases/page/useCaseRecords.ts'
import { State } from '#admin/entity/State.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Letter } from '#shared/entities/letter.ts'
import { languageNames } from '#shared/text/languages.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { useProfileInForce } from './letterDraft.ts'

const WriteLetter = lazy(() => import('./WriteLetter.tsx').then((all) => ({ default: all.WriteLetter })))

/** What the hospital writes to the patient of a case: the newest letter first, each with what can be done about it. */
export function LetterList({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const [read] = useCaseRecords(record, ['letters'])
  const [isWriting, setWriting] = useState(false)
  const profile = useProfileInForce(record.siteId)
  if (!me || !holds(me, 'letters', 'read')) return null
  const mayWrite = holds(me, 'letters', 'create') && !isErasedText(record.patientName)
  const letters = ((read?.data ?? []) as (Letter & RaRecord)[]).toSorted((a, b) =>
    (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
  )
  return (
    <Section
      title={t('letter.title')}
      actions={mayWrite && <Button onClick={() => setWriting(true)}>{t('letter.write')}</Button>}
    >
      {read?.error && <ReadError error={read.error} again={read.refetch} />}
      {read?.isPending && <Skeleton variant="rounded" height={48} />}
      {read?.data?.length === 0 && <EmptyState>{t('letter.none')}</EmptyState>}
      <Box component="ul" className="plain">
        {letters.map((letter) => (
          <LetterLine key={letter.id} letter={letter} hasSteps={mayWrite || holds(me, 'letters', 'approve')} />
        ))}
      </Box>
      {isWriting && (
        <Suspense>
          <WriteLetter record={record} profile={profile} close={() => setWriting(false)} />
        </Suspense>
      )}
    </Section>
  )
}

/** A letter: what it is, in which language and how far it got, and below it what can be done about it. */
export function LetterLine({ letter, hasSteps }: { letter: Letter & RaRecord; hasSteps: boolean }) {
  const words = useWords()
  const zone = useSites().zoneOf(letter.siteId)
  const isSent = letter.status === 'sent'
  return (
    <RecordLine
      entity={Letter}
      record={letter}
      title={words.value('letters', 'kind', letter.kind)}
      facts={
        <>
          <State entity={Letter} record={letter} />
          <bdi lang={letter.language}>{languageNames[letter.language]}</bdi>
          {letter.sentAt && <InstantText at={letter.sentAt} zone={zone} />}
        </>
      }
      steps={hasSteps && !isSent ? Object.keys(Letter.actions) : []}
    />
  )
}
