import type { OfferOptionReply } from '#shared/api/offers.ts'
import { Offer } from '#shared/entities/offer.ts'
import { OfferLine } from './OfferLine.tsx'
import { OptionList } from './OptionList.tsx'
import { PatientWords } from './PatientWords.tsx'

const option = (values: Partial<OfferOptionReply>): OfferOptionReply => ({
  remedy: 'discount',
  decision: 'allowed',
  isMoney: true,
  approvers: [{ role: 'unit-manager', upToMinor: 200_000 }, { role: 'director' }],
  currency: 'SAR',
  needs: [],
  why: { rule: 'OFFER_UP_TO', parameters: { upTo: '500.00 SAR' }, message: 'You may offer up to 500.00 SAR.' },
  ...values,
})

const refusal = { rule: 'COMPENSATION_LEGAL', status: 409, parameters: {}, message: 'Compensation is refused.' }

const options = [
  option({ upToMinor: 50_000, approverRole: 'unit-manager', wording: 'نود أن نمنحكم خصمًا.', wordingLanguage: 'ar' }),
  option({
    remedy: 'written-statement',
    decision: 'needs-approval',
    isMoney: false,
    approverRole: 'director',
    approvers: [{ role: 'director' }],
    why: { rule: 'OFFER_DIRECTOR', parameters: {}, message: 'The director decides.' },
  }),
  option({ remedy: 'compensation', decision: 'refused', approvers: [], why: refusal }),
]

export const AllowedAskedForAndRefused = { render: () => <OptionList options={options} choose={() => {}} /> }

export const OnlyTried = { render: () => <OptionList options={options} /> }

export const NothingPossible = { render: () => <OptionList options={options.slice(2)} /> }

export const GoodwillWordForWord = {
  render: () => <PatientWords text="As a gesture of goodwill we would like to offer you this." language="en" isFixed />,
}

const id = 'offer_01J7M4VHCQWSWZN2E66X7BJTTD'
const waiting = { ...Offer.example, id, version: 1, status: 'pending-approval', approverRole: 'unit-manager' } as Offer

export const WaitingForApproval = {
  render: () => (
    <ul className="plain">
      <OfferLine offer={waiting} hasSteps />
    </ul>
  ),
}

export const ApprovedOfAnErasedPatient = {
  render: () => (
    <ul className="plain">
      <OfferLine offer={{ ...waiting, status: 'approved', wording: '(erased)' }} hasSteps={false} />
    </ul>
  ),
}
