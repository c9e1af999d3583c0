import { type Actor, may } from '#shared/declaration/access.ts'
import { type Action, type AnyRecord, type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { stateOf } from '#shared/declaration/lifecycle.ts'
import { isRefusal, type Refusal, refuse } from '#shared/refusals.ts'
import { caseRules } from '#shared/rules/cases/caseRules.ts'
import { statementRules } from '#shared/rules/cases/statementSide.ts'
import { deadLetterRules } from '#shared/rules/deadLetters/deadLetterRules.ts'
import { noticeSteps } from '#shared/rules/notices/noticeSteps.ts'
import { patientRules } from '#shared/rules/patients/patientRules.ts'
import { profileRules } from '#shared/rules/settings/profileRules.ts'
import { termRules } from '#shared/rules/settings/termRules.ts'
import { batchRules } from '#shared/rules/settlements/batchRules.ts'
import { fileRules } from '#shared/rules/settlements/fileRules.ts'
import { siteRules } from '#shared/rules/sites/overdueDigest.ts'
import { invitationRules } from '#shared/rules/surveys/invitations.ts'
import { surveyRules } from '#shared/rules/surveys/publication.ts'
import { uploadRules } from '#shared/rules/uploads/uploadRules.ts'
import { userRules } from '#shared/rules/users/userRules.ts'
import type { Decision, RelatedRecords, Rules, Situation } from './decision.ts'

const none: Rules = { actions: {} }

/** Rules by resource; an entity that follows from its declaration alone is not in it. */
const registry: Readonly<Record<string, Rules>> = {
  cases: caseRules,
  statements: statementRules,
  patients: patientRules,
  'settlement-files': fileRules,
  batches: batchRules,
  surveys: surveyRules,
  invitations: invitationRules,
  notices: noticeSteps,
  users: userRules,
  'dead-letters': deadLetterRules,
  uploads: uploadRules,
  sites: siteRules,
  'site-profiles': profileRules,
  terms: termRules,
}

/** What is decided about a resource. */
export const rulesOf = (resource: string): Rules =>
  (Object.hasOwn(registry, resource) ? registry[resource] : none) ?? none

/**
 * What follows from a step: refused for the role or the state, else its rule is asked, and the declared state, stamps
 * and values of the body are added to what the rule changes. Every way to take a step goes through here.
 */
export function decide(entity: Entity, name: string, situation: Situation): Decision | Refusal {
  const action = Object.hasOwn(entity.actions, name) ? entity.actions[name] : undefined
  if (!action) return refuse('NO_SUCH_STEP', { noun: entity.resource, name })
  if (!situation.isConsequence && !may(situation.actor, entity, name)) return refuse('ROLE')
  const wrongState = stateRefusal(entity, action, situation.record)
  if (wrongState) return wrongState
  const decision = rulesOf(entity.resource).actions[name]?.decide(situation) ?? { changes: {} }
  if (isRefusal(decision)) return decision
  const { reason = textOf(situation.body.reason) ?? textOf(situation.body.note) } = decision
  const declared = decision.isPending ? {} : declaredChanges(entity, action, situation)
  return { ...decision, reason, changes: { ...declared, ...decision.changes } }
}

function stateRefusal(entity: Entity, { from }: Action, record: AnyRecord): Refusal | undefined {
  if (!entity.lifecycle || !from) return undefined
  const state = stateOf(entity.lifecycle, record)
  return from.includes(state) ? undefined : refuse('STATE', { noun: entity.name, state, needed: from })
}

function declaredChanges(
  entity: Entity,
  { body: fields, to, stamps }: Action,
  { body, now, actor }: Situation,
): RecordValues {
  const written = Object.keys(fields).filter((name) => body[name] !== undefined && fieldOf(entity, name))
  return {
    ...Object.fromEntries(written.map((name) => [name, body[name]])),
    ...(entity.lifecycle && to && { [entity.lifecycle.field]: to }),
    ...(stamps?.at && { [stamps.at]: now }),
    ...(stamps?.by && { [stamps.by]: actor.userId }),
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Whether a button works now, or why not. */
export type ActionState = { readonly isAllowed: true } | { readonly isAllowed: false; readonly refusal: Refusal }

/**
 * What the actor may do with a record at this moment, by action; the same rules that the API runs. Values a form
 * still has to give are taken as given, so that a button is only refused for what the form cannot mend.
 */
export function actionStates(
  entity: Entity,
  record: AnyRecord,
  actor: Actor,
  related: RelatedRecords = {},
  now: string = new Date().toISOString(),
): Record<string, ActionState> {
  // Nobody takes a step that follows from others alone.
  const offered = Object.entries(entity.actions).filter(([, { allow }]) => allow.length > 0)
  return Object.fromEntries(
    offered.map(([name, action]): [string, ActionState] => {
      const body = Object.fromEntries(Object.keys(action.body).map((field) => [field, record[field] ?? '…']))
      const answer = decide(entity, name, { record, body, actor, now, related })
      return [name, isRefusal(answer) ? { isAllowed: false, refusal: answer } : { isAllowed: true }]
    }),
  )
}
