import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import {
  boolean,
  choice,
  choices,
  data,
  group,
  instant,
  integer,
  list,
  loose,
  number,
  reference,
  references,
  required,
  text,
  texts,
} from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { everyone, leads, officers } from '#shared/declaration/roles.ts'
import { careTypes, languages } from './choices.ts'

export const questionTypes = ['scale5', 'freq4', 'nps11', 'yesno', 'choice', 'choices', 'text'] as const
export const domains = [
  'access',
  'reception',
  'doctor',
  'nursing',
  'medicines',
  'cleanliness',
  'insurance-approval',
  'billing',
  'discharge',
  'overall',
] as const

const option = {
  code: required(text(12)),
  value: number(0, 100),
  box: required(choice(['top', 'middle', 'bottom', 'na'])),
  label: required(texts()),
}
const question = {
  qid: required(text(20)),
  metricKey: required(text(40)),
  type: required(choice(questionTypes)),
  text: required(texts()),
  options: list(option, 12),
  domain: required(choice(domains)),
  required: boolean(),
  showIf: group({ qid: required(text(20)), op: required(choice(['eq', 'neq'])), value: required(text(12)) }),
}
const alertRule = {
  metricKey: required(text(40)),
  op: required(choice(['lte', 'gte', 'eq'])),
  value: required(number(0, 100)),
  severity: required(choice(['routine', 'major'])),
  hours: required(integer(1, 720)),
}

const life = lifecycle('status', {
  draft: { tone: 'near', next: 'publish' },
  published: { tone: 'done' },
  retired: { isOver: true },
})

/** A version of a questionnaire; once published it never changes. */
export const Survey = entity({
  name: 'survey',
  resource: 'surveys',
  lambda: 'surveys',
  title: 'name',
  fields: {
    name: required(text()),
    languages: required(choices(languages)),
    title: required(texts()),
    intro: texts(),
    thanks: texts(),
    anonymity: required(choice(['confidential', 'anonymous'])),
    linkDays: required(integer(1, 120)),
    reminderDays: data(z.array(z.int().min(1).max(60)).max(2)),
    quarantineDays: required(integer(0, 365)),
    sampleRate: required(number(0, 1)),
    /** Visits after which the link goes out by itself; none when absent. */
    sentAfter: choices(careTypes),
    questions: required(list(question, 40)),
    alertRules: list(alertRule, 10),
  },
  facts: {
    versionNo: integer(1, 10_000),
    publishedAt: instant(),
    createdAt: instant(),
    fromId: loose(reference('surveys')),
  },
  lifecycle: life,
  initial: { versionNo: 1 },
  columns: ['name', 'versionNo', 'status', 'languages', 'anonymity', 'publishedAt', 'createdAt'],
  order: [['createdAt', 'DESC']],
  search: { fields: ['name'] },
  access: { read: everyone, create: ['admin', ...leads], update: ['admin', ...leads], delete: ['admin'] },
  actions: {
    publish: {
      from: ['draft'],
      to: 'published',
      body: {},
      allow: ['admin', ...leads],
      stamps: { at: 'publishedAt' },
    },
    retire: { from: ['published'], to: 'retired', body: {}, allow: ['admin', ...leads] },
    'new-version': { body: {}, allow: ['admin', ...leads], hasOperation: true },
    invite: {
      body: {
        encounterIds: references('encounters'),
        patientIds: references('patients'),
        channel: required(choice(['email', 'sms', 'link'])),
      },
      allow: [...officers, 'front-desk', 'admin'],
      hasOperation: true,
    },
  },
  menu: { group: 'surveys', icon: 'form' },
  example: {
    name: 'Out-patient visit, short',
    title: { en: 'How was your visit?' },
    languages: ['en'],
    anonymity: 'confidential',
    linkDays: 14,
    reminderDays: [3],
    quarantineDays: 30,
    sampleRate: 1,
    questions: [
      {
        qid: 'overall',
        metricKey: 'overall',
        type: 'nps11',
        text: { en: 'How likely are you to recommend us to family or friends?' },
        domain: 'overall',
        required: true,
      },
    ],
  },
})
export type Survey = RecordOf<typeof Survey>
export type Question = Survey['questions'][number]
