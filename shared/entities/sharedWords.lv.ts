import { accessEntries } from './accessEntry.lv.ts'
import { accountabilityNotes } from './accountabilityNote.lv.ts'
import { batches } from './batch.lv.ts'
import { callLists } from './callList.lv.ts'
import { cases } from './case.lv.ts'
import { contracts } from './contract.lv.ts'
import { coverages } from './coverage.lv.ts'
import { deadLetters } from './deadLetter.lv.ts'
import { encounters } from './encounter.lv.ts'
import { followUps } from './followUp.lv.ts'
import { interactions } from './interaction.lv.ts'
import { invitations } from './invitation.lv.ts'
import { jobs } from './job.lv.ts'
import { ledgerEntries } from './ledgerEntry.lv.ts'
import { letters } from './letter.lv.ts'
import { messages } from './message.lv.ts'
import { notices } from './notice.lv.ts'
import { type CommonWords, resourcesOf } from './nounWords.ts'
import { offers } from './offer.lv.ts'
import { offerRules } from './offerRule.lv.ts'
import { patients } from './patient.lv.ts'
import { payers } from './payer.lv.ts'
import { preferences } from './preference.lv.ts'
import { promises } from './promise.lv.ts'
import { responses } from './response.lv.ts'
import { settlementFiles } from './settlementFile.lv.ts'
import { sites } from './site.lv.ts'
import { siteProfiles } from './siteProfile.lv.ts'
import { specialReports } from './specialReport.lv.ts'
import { statements } from './statement.lv.ts'
import { surveys } from './survey.lv.ts'
import { terms } from './term.lv.ts'
import { uploads } from './upload.lv.ts'
import { users } from './user.lv.ts'
import { views } from './view.lv.ts'

/** Labels and values that mean the same in several nouns; a noun's own file overrides them. In Latvian. */
const common: CommonWords = {
  fields: {
    siteId: 'Iestāde',
    patientId: 'Pacients',
    name: 'Nosaukums',
    type: 'Veids',
    channel: 'Kanāls',
    currency: 'Valūta',
    encounterId: 'Vizīte',
    number: 'Numurs',
    patientName: 'Pacients',
    outcome: 'Rezultāts',
    acknowledgedAt: 'Saņemšana apstiprināta',
    responseId: 'Atbilde',
    status: 'Statuss',
    reason: 'Iemesls',
    caseId: 'Lieta',
    phone: 'Tālrunis',
    email: 'E-pasts',
    language: 'Valoda',
    at: 'Laiks',
    by: 'Kas',
    createdAt: 'Izveidots',
    careType: 'Aprūpes veids',
    serviceOn: 'Pakalpojuma diena',
    dischargedOn: 'Izrakstīts',
    department: 'Nodaļa',
    doctor: 'Ārsts',
    coverageId: 'Apdrošinājums',
    diagnosisCodes: 'Diagnozes',
    code: 'Kods',
    languages: 'Valodas',
    versionNo: 'Versija',
    surveyId: 'Aptauja',
    sentAt: 'Nosūtīts',
    answers: 'Atbildes',
    comment: 'Komentārs',
    nameAr: 'Nosaukums arābu valodā',
    payerId: 'Maksātājs',
    siteIds: 'Iestādes',
    class: 'Klase',
    serviceCategory: 'Kategorija',
    deductibleMinor: 'Pašrisks',
    coinsuranceMinor: 'Līdzmaksājums',
    kind: 'Veids',
    sha256: 'Kontrolsumma',
    lines: 'Pakalpojumi',
    quantity: 'Daudzums',
    grossMinor: 'Bruto',
    discountMinor: 'Atlaide',
    netMinor: 'Neto',
    payerShareMinor: 'Maksā maksātājs',
    patientShareMinor: 'Maksā pacients',
    totals: 'Kopsummas',
    deliveredBy: 'Piegādāja',
    voidRequestedBy: 'Anulēšanu pieprasīja',
    attempts: 'Mēģinājumi',
    isActive: 'Aktīvs',
    sunday: 'Svētdiena',
    monday: 'Pirmdiena',
    tuesday: 'Otrdiena',
    wednesday: 'Trešdiena',
    thursday: 'Ceturtdiena',
    friday: 'Piektdiena',
    saturday: 'Sestdiena',
    from: 'No',
    to: 'Līdz',
    intoId: 'Paliekošais ieraksts',
    mergedId: 'Pievienojamais ieraksts',
    mergedIntoId: 'Apvienots ar',
    mergedIds: 'Šim pievienotie',
    note: 'Piezīme',
  },
  values: {
    careType: {
      in: 'Stacionārs',
      out: 'Ambulatorā aprūpe',
      emergency: 'Neatliekamā palīdzība',
      'work-injury': 'Darba trauma',
    },
    class: { A: 'A', B: 'B', C: 'C', VIP: 'VIP' },
    language: {
      en: 'Angļu',
      ar: 'Arābu',
      zh: 'Ķīniešu',
      it: 'Itāļu',
      lv: 'Latviešu',
      ur: 'Urdu',
      hi: 'Hindi',
      fr: 'Franču',
    },
    languages: { en: 'Angļu', ar: 'Arābu', zh: 'Ķīniešu', it: 'Itāļu', lv: 'Latviešu' },
  },
  actions: {
    create: { label: 'Izveide' },
    update: { label: 'Izmaiņas' },
    delete: { label: 'Dzēšana' },
    restore: { label: 'Atjaunošana' },
    rename: { label: 'Mainīts pacienta vārds' },
    merge: { label: 'Apvienot', why: 'Abi saglabā savu vēsturi, un to var atcelt.' },
    unmerge: { label: 'Atcelt apvienošanu', why: 'Abi ieraksti atkal ir atsevišķi, kā iepriekš.' },
    absorb: { label: 'Pievienots cits ieraksts' },
    release: { label: 'Pievienotais ieraksts izņemts' },
    'erase-values': { label: 'Personas dati dzēsti' },
  },
}

/** Every noun in Latvian, by resource. */
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
