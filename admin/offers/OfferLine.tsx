import type { RaRecord } from 'react-admin'
import { RecordLine } from '#admin/actions/RecordLine.tsx'
import { State } from '#admin/entity/State.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { useWords } from '#admin/language/words.ts'
import { Offer } from '#shared/entities/offer.ts'
import { amountOf } from './offerTexts.ts'
import { PatientWords } from './PatientWords.tsx'

/** The steps that stand beside an offer of a case by its state; the others are on its own page. */
const stepsOf: Readonly<Partial<Record<NonNullable<Offer['status']>, readonly string[]>>> = {
  draft: ['submit', 'cancel'],
  'pending-approval': ['approve', 'reject', 'cancel'],
  approved: ['make', 'cancel'],
  made: ['accept', 'decline'],
  accepted: ['fulfil'],
}

interface OfferLineProps {
  readonly offer: Offer & RaRecord
  /** Whether its steps are offered, which they are not where the patient was erased. */
  readonly hasSteps: boolean
}

/** An offer of a case: what and how much, how far it is, the words while they are still to be said, and its next steps. */
export function OfferLine({ offer, hasSteps }: OfferLineProps) {
  const words = useWords()
  const { status = 'draft', remedy, amountMinor, currency = '', wording, requestedBy } = offer
  return (
    <RecordLine
      entity={Offer}
      record={offer}
      title={
        <>
          {words.value('offers', 'remedy', remedy)}{' '}
          {amountMinor !== undefined && (
            <>
              · <bdi>{amountOf(amountMinor, currency, words.locale)}</bdi>
            </>
          )}
        </>
      }
      facts={
        <>
          <State entity={Offer} record={offer} />
          {status === 'pending-approval' && (
            <span>
              {words.t('offer.decidedBy', { role: words.value('offers', 'approverRole', offer.approverRole) })}
            </span>
          )}
          {requestedBy && <Reference resource="users" id={requestedBy} isInText />}
        </>
      }
      steps={hasSteps ? (stepsOf[status] ?? []) : []}
    >
      {status === 'approved' && wording && <PatientWords text={words.shown(wording)} />}
    </RecordLine>
  )
}
