import { accessEntries } from './accessEntry.it.ts'
import { accountabilityNotes } from './accountabilityNote.it.ts'
import { batches } from './batch.it.ts'
import { callLists } from './callList.it.ts'
import { cases } from './case.it.ts'
import { contracts } from './contract.it.ts'
import { coverages } from './coverage.it.ts'
import { deadLetters } from './deadLetter.it.ts'
import { encounters } from './encounter.it.ts'
import { followUps } from './followUp.it.ts'
import { interactions } from './interaction.it.ts'
import { invitations } from './invitation.it.ts'
import { jobs } from './job.it.ts'
import { ledgerEntries } from './ledgerEntry.it.ts'
import { letters } from './letter.it.ts'
import { messages } from './message.it.ts'
import { notices } from './notice.it.ts'
import { type CommonWords, resourcesOf } from './nounWords.ts'
import { offers } from './offer.it.ts'
import { offerRules } from './offerRule.it.ts'
import { patients } from './patient.it.ts'
import { payers } from './payer.it.ts'
import { preferences } from './preference.it.ts'
import { promises } from './promise.it.ts'
import { responses } from './response.it.ts'
import { settlementFiles } from './settlementFile.it.ts'
import { sites } from './site.it.ts'
import { siteProfiles } from './siteProfile.it.ts'
import { specialReports } from './specialReport.it.ts'
import { statements } from './statement.it.ts'
import { surveys } from './survey.it.ts'
import { terms } from './term.it.ts'
import { uploads } from './upload.it.ts'
import { users } from './user.it.ts'
import { views } from './view.it.ts'

/** Labels and values that mean the same in several nouns; a noun's own file overrides them. In Italian. */
const common: CommonWords = {
  fields: {
    siteId: 'Sede',
    patientId: 'Paziente',
    name: 'Nome',
    type: 'Tipo',
    channel: 'Canale',
    currency: 'Valuta',
    encounterId: 'Visita',
    number: 'Numero',
    patientName: 'Paziente',
    outcome: 'Esito',
    acknowledgedAt: 'Presa in carico',
    responseId: 'Risposta',
    status: 'Stato',
    reason: 'Motivo',
    caseId: 'Caso',
    phone: 'Telefono',
    email: 'E-mail',
    language: 'Lingua',
    at: 'Data e ora',
    by: 'Da parte di',
    createdAt: 'Creazione',
    careType: 'Assistenza',
    serviceOn: 'Data prestazione',
    dischargedOn: 'Dimissione',
    department: 'Reparto',
    doctor: 'Medico',
    coverageId: 'Copertura',
    diagnosisCodes: 'Diagnosi',
    code: 'Codice',
    languages: 'Lingue',
    versionNo: 'Versione',
    surveyId: 'Questionario',
    sentAt: 'Invio',
    answers: 'Risposte',
    comment: 'Commento',
    nameAr: 'Nome in arabo',
    payerId: 'Ente pagatore',
    siteIds: 'Sedi',
    class: 'Classe',
    serviceCategory: 'Categoria',
    deductibleMinor: 'Franchigia',
    coinsuranceMinor: 'Scoperto',
    kind: 'Tipo',
    sha256: 'Codice di controllo',
    lines: 'Prestazioni',
    quantity: 'Quantità',
    grossMinor: 'Lordo',
    discountMinor: 'Sconto',
    netMinor: 'Netto',
    payerShareMinor: 'A carico ente',
    patientShareMinor: 'A carico paziente',
    totals: 'Totali',
    deliveredBy: 'Consegna a cura di',
    voidRequestedBy: 'Annullamento chiesto da',
    attempts: 'Tentativi',
    isActive: 'Attivo',
    sunday: 'Domenica',
    monday: 'Lunedì',
    tuesday: 'Martedì',
    wednesday: 'Mercoledì',
    thursday: 'Giovedì',
    friday: 'Venerdì',
    saturday: 'Sabato',
    from: 'Da',
    to: 'A',
    intoId: 'Scheda che resta',
    mergedId: 'Scheda da unire',
    mergedIntoId: 'Unione a',
    mergedIds: 'Schede unite a questa',
    note: 'Nota',
  },
  values: {
    careType: {
      in: 'Ricovero',
      out: 'Ambulatorio',
      emergency: 'Pronto soccorso',
      'work-injury': 'Infortunio sul lavoro',
    },
    class: { A: 'A', B: 'B', C: 'C', VIP: 'VIP' },
    language: {
      en: 'Inglese',
      ar: 'Arabo',
      zh: 'Cinese',
      it: 'Italiano',
      lv: 'Lettone',
      ur: 'Urdu',
      hi: 'Hindi',
      fr: 'Francese',
    },
    languages: { en: 'Inglese', ar: 'Arabo', zh: 'Cinese', it: 'Italiano', lv: 'Lettone' },
  },
  actions: {
    create: { label: 'Creazione' },
    update: { label: 'Modifica' },
    delete: { label: 'Eliminazione' },
    restore: { label: 'Ripristino' },
    rename: { label: 'Nome del paziente modificato' },
    merge: { label: 'Unisci', why: 'Entrambe le schede mantengono la cronologia, e l’unione si può annullare.' },
    unmerge: { label: 'Annulla l’unione', why: 'Le due schede tornano separate, come prima.' },
    absorb: { label: 'Altra scheda unita a questa' },
    release: { label: 'Scheda unita di nuovo separata' },
    'erase-values': { label: 'Dati personali cancellati' },
  },
}

/** Every noun in Italian, by resource. */
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
