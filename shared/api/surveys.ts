import * as z from 'zod'
import { Invitation } from '#shared/entities/invitation.ts'
import { Survey } from '#shared/entities/survey.ts'
import { dimensions } from '#shared/rules/surveys/cells.ts'
import { reasonReply, recordReply, stepBody } from './contract.ts'

const invitationResult = z.strictObject({
  encounterId: z.string().optional(),
  patientId: z.string().optional(),
  id: z.string().optional(),
  /** The state of the invitation, or `not-invited`. */
  status: z.string(),
  /** The link to hand over; answered this once and never again. */
  url: z.string().optional(),
  ...reasonReply.partial().shape,
})
/** What came of one invitation: its state and link, or why there is none. */
export type InvitationResult = z.infer<typeof invitationResult>

/** Invites patients to a survey, by their visits or by hand. */
export const invitePatients = {
  body: stepBody(Survey.actions.invite),
  reply: z.strictObject({ invitations: z.array(invitationResult) }),
}

/** Makes a draft copy of a questionnaire. */
export const newSurveyVersion = { reply: recordReply }

/** Takes the answers that a patient gives on the phone. */
export const answerByPhone = { body: stepBody(Invitation.actions['answer-by-phone']), reply: recordReply }

const figure = z.number().nullable()
const interval = z.tuple([z.number(), z.number()]).readonly().nullable()

const statisticsRow = z.strictObject({
  id: z.string(),
  /** Value of the dimension; a site's id, empty where the records do not say. */
  cell: z.string(),
  label: z.string(),
  metricKey: z.string(),
  n: figure,
  /** Why the figures are hidden: too few answers, or to protect a cell beside. */
  suppressed: z.union([z.enum(['small', 'complementary']), z.literal(false)]),
  /** Whether there are answers enough to rank and compare. */
  isRanked: z.boolean(),
  favourable: figure,
  favourableInterval: interval,
  topBox: figure,
  bottomBox: figure,
  bottomBoxInterval: interval,
  mean: figure,
  score100: figure,
  nps: figure.optional(),
  npsInterval: interval.optional(),
  histogram: z.record(z.string(), z.int()).nullable(),
  /** Answered invitations out of those that reached somebody, of the whole cell. */
  rate: figure,
  /** Whether links of the period can still be answered. */
  isOpen: z.boolean(),
})
/** Figures of one question in one cell; null where they are hidden or nothing supports them. */
export type StatisticsRow = z.infer<typeof statisticsRow>

/** Figures of a survey per question and cell, of one month or one year. */
export const surveyStatistics = {
  filter: z.strictObject({
    surveyId: z.string().max(60),
    period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
    by: z.enum(dimensions).optional(),
    metricKey: z.string().max(40).optional(),
  }),
  reply: z.array(statisticsRow),
}
