import { accessEntries } from './accessEntry.ar.ts'
import { accountabilityNotes } from './accountabilityNote.ar.ts'
import { batches } from './batch.ar.ts'
import { callLists } from './callList.ar.ts'
import { cases } from './case.ar.ts'
import { contracts } from './contract.ar.ts'
import { coverages } from './coverage.ar.ts'
import { deadLetters } from './deadLetter.ar.ts'
import { encounters } from './encounter.ar.ts'
import { followUps } from './followUp.ar.ts'
import { interactions } from './interaction.ar.ts'
import { invitations } from './invitation.ar.ts'
import { jobs } from './job.ar.ts'
import { ledgerEntries } from './ledgerEntry.ar.ts'
import { letters } from './letter.ar.ts'
import { messages } from './message.ar.ts'
import { notices } from './notice.ar.ts'
import { type CommonWords, resourcesOf } from './nounWords.ts'
import { offers } from './offer.ar.ts'
import { offerRules } from './offerRule.ar.ts'
import { patients } from './patient.ar.ts'
import { payers } from './payer.ar.ts'
import { preferences } from './preference.ar.ts'
import { promises } from './promise.ar.ts'
import { responses } from './response.ar.ts'
import { settlementFiles } from './settlementFile.ar.ts'
import { sites } from './site.ar.ts'
import { siteProfiles } from './siteProfile.ar.ts'
import { specialReports } from './specialReport.ar.ts'
import { statements } from './statement.ar.ts'
import { surveys } from './survey.ar.ts'
import { terms } from './term.ar.ts'
import { uploads } from './upload.ar.ts'
import { users } from './user.ar.ts'
import { views } from './view.ar.ts'

/** Labels and values that mean the same in several nouns; a noun's own file overrides them. In Arabic. */
const common: CommonWords = {
  fields: {
    siteId: 'الموقع',
    patientId: 'المريض',
    name: 'الاسم',
    type: 'النوع',
    channel: 'القناة',
    currency: 'العملة',
    encounterId: 'الزيارة',
    number: 'الرقم',
    patientName: 'المريض',
    outcome: 'النتيجة',
    acknowledgedAt: 'تاريخ الإشعار',
    responseId: 'الإجابة',
    status: 'الوضع',
    reason: 'السبب',
    caseId: 'الحالة',
    phone: 'الهاتف',
    email: 'البريد الإلكتروني',
    language: 'اللغة',
    at: 'الوقت',
    by: 'بواسطة',
    createdAt: 'تاريخ الإنشاء',
    careType: 'الرعاية',
    serviceOn: 'يوم الخدمة',
    dischargedOn: 'تاريخ الخروج',
    department: 'القسم',
    doctor: 'الطبيب',
    coverageId: 'العضوية',
    diagnosisCodes: 'التشخيصات',
    code: 'الرمز',
    languages: 'اللغات',
    versionNo: 'الإصدار',
    surveyId: 'الاستبيان',
    sentAt: 'تاريخ الإرسال',
    answers: 'الإجابات',
    comment: 'تعليق',
    nameAr: 'الاسم بالعربية',
    payerId: 'الجهة الدافعة',
    siteIds: 'المواقع',
    class: 'الفئة',
    serviceCategory: 'التصنيف',
    deductibleMinor: 'التحمل الثابت',
    coinsuranceMinor: 'نسبة التحمل',
    kind: 'النوع',
    sha256: 'البصمة',
    lines: 'الخدمات',
    quantity: 'الكمية',
    grossMinor: 'الإجمالي',
    discountMinor: 'الخصم',
    netMinor: 'الصافي',
    payerShareMinor: 'يدفع المؤمِّن',
    patientShareMinor: 'يدفع المريض',
    totals: 'المجاميع',
    deliveredBy: 'سلّمه',
    voidRequestedBy: 'طلب الإبطال',
    attempts: 'المحاولات',
    isActive: 'نشط',
    sunday: 'الأحد',
    monday: 'الاثنين',
    tuesday: 'الثلاثاء',
    wednesday: 'الأربعاء',
    thursday: 'الخميس',
    friday: 'الجمعة',
    saturday: 'السبت',
    from: 'من',
    to: 'إلى',
    intoId: 'السجل الباقي',
    mergedId: 'السجل المدموج',
    mergedIntoId: 'دُمج في',
    mergedIds: 'دُمجت فيه',
    note: 'ملاحظة',
  },
  values: {
    careType: { in: 'تنويم', out: 'عيادات خارجية', emergency: 'طوارئ', 'work-injury': 'إصابة عمل' },
    class: { A: 'A', B: 'B', C: 'C', VIP: 'VIP' },
    language: {
      en: 'الإنجليزية',
      ar: 'العربية',
      zh: 'الصينية',
      it: 'الإيطالية',
      lv: 'اللاتفية',
      ur: 'الأردية',
      hi: 'الهندية',
      fr: 'الفرنسية',
    },
    languages: { en: 'الإنجليزية', ar: 'العربية', zh: 'الصينية', it: 'الإيطالية', lv: 'اللاتفية' },
  },
  actions: {
    create: { label: 'أُنشئ' },
    update: { label: 'عُدّل' },
    delete: { label: 'حُذف' },
    restore: { label: 'استُعيد' },
    rename: { label: 'تغيّر اسم المريض' },
    merge: { label: 'دمج', why: 'يحتفظ كل منهما بسجله، ويمكن التراجع.' },
    unmerge: { label: 'إلغاء الدمج', why: 'يعود كل منهما قائمًا بنفسه كما كان.' },
    absorb: { label: 'دُمج فيه سجل آخر' },
    release: { label: 'أُخرج منه سجل مدموج' },
    'erase-values': { label: 'مُحيت البيانات الشخصية' },
  },
}

/** Every noun in Arabic, by resource. */
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
