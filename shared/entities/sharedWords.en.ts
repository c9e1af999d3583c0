import { accessEntries } from './accessEntry.en.ts'
import { accountabilityNotes } from './accountabilityNote.en.ts'
import { batches } from './batch.en.ts'
import { callLists } from './callList.en.ts'
import { cases } from './case.en.ts'
import { contracts } from './contract.en.ts'
import { coverages } from './coverage.en.ts'
import { deadLetters } from './deadLetter.en.ts'
import { encounters } from './encounter.en.ts'
import { followUps } from './followUp.en.ts'
import { interactions } from './interaction.en.ts'
import { invitations } from './invitation.en.ts'
import { jobs } from './job.en.ts'
import { ledgerEntries } from './ledgerEntry.en.ts'
import { letters } from './letter.en.ts'
import { messages } from './message.en.ts'
import { notices } from './notice.en.ts'
import { type CommonWords, resourcesOf } from './nounWords.ts'
import { offers } from './offer.en.ts'
import { offerRules } from './offerRule.en.ts'
import { patients } from './patient.en.ts'
import { payers } from './payer.en.ts'
import { preferences } from './preference.en.ts'
import { promises } from './promise.en.ts'
import { responses } from './response.en.ts'
import { settlementFiles } from './settlementFile.en.ts'
import { sites } from './site.en.ts'
import { siteProfiles } from './siteProfile.en.ts'
import { specialReports } from './specialReport.en.ts'
import { statements } from './statement.en.ts'
import { surveys } from './survey.en.ts'
import { terms } from './term.en.ts'
import { uploads } from './upload.en.ts'
import { users } from './user.en.ts'
import { views } from './view.en.ts'

/** Labels and values that mean the same in several nouns; a noun's own file overrides them. In English. */
const common: CommonWords = {
  fields: {
    siteId: 'Site',
    patientId: 'Patient',
    name: 'Name',
    type: 'Type',
    channel: 'Channel',
    currency: 'Currency',
    encounterId: 'Visit',
    number: 'Number',
    patientName: 'Patient',
    outcome: 'Outcome',
    acknowledgedAt: 'Acknowledged',
    responseId: 'Answer',
    status: 'Status',
    reason: 'Reason',
    caseId: 'Case',
    phone: 'Phone',
    email: 'E-mail',
    language: 'Language',
    at: 'At',
    by: 'By',
    createdAt: 'Created',
    careType: 'Care',
    serviceOn: 'Service day',
    dischargedOn: 'Discharged',
    department: 'Department',
    doctor: 'Doctor',
    coverageId: 'Membership',
    diagnosisCodes: 'Diagnoses',
    code: 'Code',
    languages: 'Languages',
    versionNo: 'Version',
    surveyId: 'Survey',
    sentAt: 'Sent',
    answers: 'Answers',
    comment: 'Comment',
    nameAr: 'Name in Arabic',
    payerId: 'Payer',
    siteIds: 'Sites',
    class: 'Class',
    serviceCategory: 'Category',
    deductibleMinor: 'Deductible',
    coinsuranceMinor: 'Coinsurance',
    kind: 'Kind',
    sha256: 'Checksum',
    lines: 'Services',
    quantity: 'Quantity',
    grossMinor: 'Gross',
    discountMinor: 'Discount',
    netMinor: 'Net',
    payerShareMinor: 'Payer pays',
    patientShareMinor: 'Patient pays',
    totals: 'Totals',
    deliveredBy: 'Delivered by',
    voidRequestedBy: 'Void requested by',
    attempts: 'Attempts',
    isActive: 'Active',
    sunday: 'Sunday',
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    from: 'From',
    to: 'To',
    intoId: 'The one that stays',
    mergedId: 'The one that is merged',
    mergedIntoId: 'Merged into',
    mergedIds: 'Merged into this',
    note: 'Note',
  },
  values: {
    careType: { in: 'In-patient', out: 'Out-patient', emergency: 'Emergency', 'work-injury': 'Work injury' },
    class: { A: 'A', B: 'B', C: 'C', VIP: 'VIP' },
    language: {
      en: 'English',
      ar: 'Arabic',
      zh: 'Chinese',
      it: 'Italian',
      lv: 'Latvian',
      ur: 'Urdu',
      hi: 'Hindi',
      fr: 'French',
    },
    languages: { en: 'English', ar: 'Arabic', zh: 'Chinese', it: 'Italian', lv: 'Latvian' },
  },
  actions: {
    create: { label: 'Created' },
    update: { label: 'Changed' },
    delete: { label: 'Deleted' },
    restore: { label: 'Restored' },
    rename: { label: 'Patient’s name changed' },
    merge: { label: 'Merge', why: 'Both keep their history, and it can be undone.' },
    unmerge: { label: 'Undo the merge', why: 'Both stand by themselves again, as before.' },
    absorb: { label: 'Another one merged into this' },
    release: { label: 'A merged one taken out again' },
    'erase-values': { label: 'Personal data erased' },
  },
}

/** Every noun in English, by resource. */
export const resources = resourcesOf(common, {
  cases,
  statements,
  offers,
  'offer-rules': offerRules,
  promises,
  interactions,
  'special-reports': specialReports,
  'accountability-notes': accountabilityNotes,
  letters,
  'follow-ups': followUps,
  'call-lists': callLists,
  'ledger-entries': ledgerEntries,
  patients,
  encounters,
  surveys,
  invitations,
  responses,
  'access-entries': accessEntries,
  payers,
  contracts,
  coverages,
  'settlement-files': settlementFiles,
  batches,
  sites,
  'site-profiles': siteProfiles,
  terms,
  users,
  messages,
  notices,
  jobs,
  'dead-letters': deadLetters,
  uploads,
  views,
  preferences,
})
