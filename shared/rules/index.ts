import { type Actor, may } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { caseRules } from '#shared/rules/cases/caseWorkflow.ts'
import { statementRules } from '#shared/rules/cases/statementSide.ts'
import { batchRules } from '#shared/rules/settlements/batchWorkflow.ts'
import { settlementRules } from '#shared/rules/settlements/fileWorkflow.ts'
import { invitationRules } from '#shared/rules/surveys/invitations.ts'
import { surveyRules } from '#shared/rules/surveys/publication.ts'
import { isRefusal, type Rules } from './decision.ts'

const none: Rules = { actions: {} }

/** The rules of every entity that has any, by resource. */
const registry: Readonly<Record<string, Rules>> = {
  cases: caseRules,
  statements: statementRules,
  'settlement-files': settlementRules,
  batches: batchRules,
  surveys: surveyRules,
  invitations: invitationRules,
}

/** What is decided about a resource. */
export const rulesOf = (resource: string): Rules =>
  (Object.hasOwn(registry, resource) ? registry[resource] : none) ?? none

/** Whether a button works now, or why not. */
export type ActionState =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly rule: string; readonly message: string }

/**
 * What the actor may do with a record at this moment, by action; the same rules that the API runs. Values a form
 * still has to give are taken as given, so that a button is only refused for what the form cannot mend.
 */
export function actionStates(
  resource: string,
  record: AnyRecord,
  actor: Actor,
  related: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {},
  now: string = new Date().toISOString(),
): Record<string, ActionState> {
  const entity = entityOf(resource)
  const rules = rulesOf(resource)
  return Object.fromEntries(
    Object.entries(entity.actions).map(([name, action]): [string, ActionState] => {
      if (!may(actor, entity, name))
        return [name, { isAllowed: false, rule: 'ROLE', message: 'Your role does not include this step.' }]
      const body = Object.fromEntries(Object.keys(action.body).map((field) => [field, record[field] ?? '…']))
      const answer = rules.actions[name]?.decide({ record, body, actor, now, related })
      if (isRefusal(answer)) return [name, { isAllowed: false, rule: answer.rule, message: answer.message }]
      return [name, { isAllowed: true }]
    }),
  )
}
