import type { RaRecord } from 'react-admin'
import { RecordLine } from '#admin/actions/RecordLine.tsx'
import { State, ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { Reference } from '#admin/entity/Value.tsx'
import { formatDistance, formatFully } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { CasePromise } from '#shared/entities/promise.ts'

/** The steps that stand beside a promise of a case; the others are on its own page. */
const stepsOf = { open: ['keep', 'renegotiate', 'break'], ended: ['tell-patient'] } as const

interface PromiseLineProps {
  readonly promise: CasePromise & RaRecord
  /** Whether its steps are offered, which they are not on paper and where the patient was erased. */
  readonly hasSteps: boolean
}

/** A promise: what, until when and who keeps it, and below it what can be done about it. */
export function PromiseLine({ promise, hasSteps }: PromiseLineProps) {
  const { t, shown } = useWords()
  const isOpen = promise.status === 'open'
  const isUntold = !isOpen && promise.patientToldAt === undefined && promise.kind === 'patient-promise'
  const offered: readonly string[] = isOpen ? stepsOf.open : isUntold ? stepsOf.ended : []
  return (
    <RecordLine
      entity={CasePromise}
      record={promise}
      title={<bdi>{shown(promise.text)}</bdi>}
      isQuiet={!isOpen}
      facts={
        <>
          {isOpen ? <DueText promise={promise} /> : <State entity={CasePromise} record={promise} />}
          {promise.ownerId ? (
            <Reference resource="users" id={promise.ownerId} isInText />
          ) : (
            isOpen && <ToneText tone="near">{t('promise.nobody')}</ToneText>
          )}
          {isUntold && promise.status !== 'renegotiated' && <span>{t('promise.untold')}</span>}
        </>
      }
      steps={hasSteps ? offered : []}
    />
  )
}

/** Until when, in words; a promise whose time has passed says so in red. */
function DueText({ promise: { dueAt, siteId } }: { promise: CasePromise }) {
  const { t, locale } = useWords()
  const zone = useSites().zoneOf(siteId)
  const tone = limitTone(dueAt, false)
  const when = formatDistance(dueAt, locale)
  return (
    <time dateTime={dueAt} title={formatFully(dueAt, zone, locale)}>
      <ToneText tone={tone}>{t(tone === 'past' ? 'promise.overdue' : 'promise.due', { when })}</ToneText>
    </time>
  )
}
