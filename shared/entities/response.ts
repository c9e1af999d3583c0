import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  choice,
  data,
  day,
  instant,
  longText,
  personal,
  reference,
  required,
  term,
  text,
} from '#shared/declaration/field.ts'
import { officers, overseers } from '#shared/declaration/roles.ts'
import { languages } from './choices.ts'

/** Answers by question id: an option's code, several codes for a multiple choice, or the words of a free text. */
export const answers = z.record(
  z.string().max(20),
  z.union([z.string().max(2000), z.array(z.string().max(12)).max(12)]),
)
export type Answers = z.infer<typeof answers>

/** One submitted questionnaire; written once by the public page or by an officer on the phone. */
export const Response = entity({
  name: 'response',
  resource: 'responses',
  lambda: 'surveys',
  title: 'id',
  site: 'siteId',
  subject: 'patientId',
  isAppendOnly: true,
  isTrace: true,
  fields: {
    surveyId: required(reference('surveys')),
    /** Absent when the survey is anonymous, as is the patient. */
    invitationId: reference('invitations'),
    answers: required(personal(data(answers))),
    comment: personal(longText(4000)),
    language: required(choice(languages)),
    mode: required(choice(['web', 'phone', 'paper'])),
  },
  facts: {
    siteId: reference('sites'),
    patientId: reference('patients'),
    patientName: personal(text()),
    department: term('departments'),
    doctor: text(),
    serviceOn: day(),
    submittedAt: instant(),
    submissionId: text(60),
    lowScores: data(z.array(z.string())),
    caseId: reference('cases'),
  },
  columns: [
    'submittedAt',
    'patientName',
    'department',
    'serviceOn',
    'language',
    'mode',
    'lowScores',
    'surveyId',
    'siteId',
    'patientId',
  ],
  order: [['submittedAt', 'DESC']],
  search: { fields: ['patientName', 'doctor', 'department'], through: 'patientId' },
  access: { read: [...officers, ...overseers], create: [], update: [], delete: [] },
  menu: { group: 'surveys', icon: 'reply' },
  example: { answers: { overall: '9' }, language: 'ar', mode: 'web' },
})
export type Response = RecordOf<typeof Response>
