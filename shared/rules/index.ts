import { type Actor, may } from '#shared/declaration/access.ts'
import { type Action, type AnyRecord, type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { stateOf } from '#shared/declaration/lifecycle.ts'
import { isRefusal, type Refusal, refuse } from '#shared/refusals.ts'
import type { Decision, RelatedRecords, Rules, Situation } from './decision.ts'

const none: Rules = { actions: {} }

/**
 * Rules by resource, loaded when they are asked for, since a function or a page needs those of a few nouns only; an entity
 * that follows from its declaration alone is not in it.
 */
const registry: Readonly<Record<string, () => Promise<Rules>>> = {
  cases: async () => (await import('./cases/caseRules.ts')).caseRules,
  statements: async () => (await import('./cases/statementSide.ts')).statementRules,
  offers: async () => (await import('./offers/offerRules.ts')).offerRules,
  'offer-rules': async () => (await import('./offers/ruleVersions.ts')).offerRuleRules,
  promises: async () => (await import('./promises/promiseRules.ts')).promiseRules,
  interactions: async () => (await import('./interactions/interactionRules.ts')).interactionRules,
  'special-reports': async () => (await import('./special-reports/reportRules.ts')).reportRules,
  'accountability-notes': async () => (await import('./accountability-notes/noteRules.ts')).noteRules,
  letters: async () => (await import('./letters/letterRules.ts')).letterRules,
  'follow-ups': async () => (await import('./follow-ups/followUpRules.ts')).followUpRules,
  'call-lists': async () => (await import('./follow-ups/callListRules.ts')).callListRules,
  encounters: async () => (await import('./follow-ups/afterDischarge.ts')).encounterRules,
  patients: async () => (await import('./patients/patientRules.ts')).patientRules,
  'settlement-files': async () => (await import('./settlements/fileRules.ts')).fileRules,
  batches: async () => (await import('./settlements/batchRules.ts')).batchRules,
  surveys: async () => (await import('./surveys/publication.ts')).surveyRules,
  invitations: async () => (await import('./surveys/invitations.ts')).invitationRules,
  notices: async () => (await import('./notices/noticeSteps.ts')).noticeSteps,
  users: async () => (await import('./users/userRules.ts')).userRules,
  'dead-letters': async () => (await import('./deadLetters/deadLetterRules.ts')).deadLetterRules,
  uploads: async () => (await import('./uploads/uploadRules.ts')).uploadRules,
  sites: async () => (await import('./sites/overdueDigest.ts')).siteRules,
  'site-profiles': async () => (await import('./settings/profileRules.ts')).profileRules,
  views: async () => (await import('./views/viewRules.ts')).viewRules,
  preferences: async () => (await import('./preferences/preferenceRules.ts')).preferenceRules,
  terms: async () => (await import('./settings/termRules.ts')).termRules,
}

const loaded = new Map<string, Promise<Rules>>()

/** What is decided about a resource; loaded at the first call, and at hand after it. */
export function rulesOf(resource: string): Promise<Rules> {
  const known = loaded.get(resource)
  if (known) return known
  const rules = Object.hasOwn(registry, resource) ? registry[resource]?.() : undefined
  const loading = rules ?? Promise.resolve(none)
  loaded.set(resource, loading)
  // A file that could not be fetched is asked for again.
  loading.catch(() => loaded.delete(resource))
  return loading
}

/**
 * What follows from a step: refused for the role or the state, else its rule is asked, and the declared state, stamps
 * and values of the body are added to what the rule changes. Every way to take a step goes through here.
 */
export function decide(rules: Rules, entity: Entity, name: string, situation: Situation): Decision | Refusal {
  const action = Object.hasOwn(entity.actions, name) ? entity.actions[name] : undefined
  if (!action) return refuse('NO_SUCH_STEP', { noun: entity.resource, name })
  if (!situation.isConsequence && !may(situation.actor, entity, name)) return refuse('ROLE')
  const wrongState = stateRefusal(entity, action, situation.record)
  if (wrongState) return wrongState
  const decision = rules.actions[name]?.decide(situation) ?? { changes: {} }
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
  { body, now, actor, isConsequence }: Situation,
): RecordValues {
  const written = Object.keys(fields).filter((name) => body[name] !== undefined && fieldOf(entity, name))
  return {
    ...Object.fromEntries(written.map((name) => [name, body[name]])),
    ...(entity.lifecycle && to && { [entity.lifecycle.field]: to }),
    ...(stamps?.at && { [stamps.at]: now }),
    // What follows from another step or from the time is done by nobody; history names who took that step.
    ...(stamps?.by && !isConsequence && { [stamps.by]: actor.userId }),
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
  rules: Rules,
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
      const answer = decide(rules, entity, name, { record, body, actor, now, related })
      return [name, isRefusal(answer) ? { isAllowed: false, refusal: answer } : { isAllowed: true }]
    }),
  )
}
