import { EntityCreate } from '#admin/entity/pages/EntityCreate.tsx'
import { EntityEdit } from '#admin/entity/pages/EntityEdit.tsx'
import { AlertRulesInput } from './AlertRulesInput.tsx'
import { QuestionsInput } from './QuestionsInput.tsx'
import { ReminderDaysInput } from './ReminderDaysInput.tsx'

const editors = { questions: QuestionsInput, alertRules: AlertRulesInput, reminderDays: ReminderDaysInput }

/** The form of a new survey, its questions and rules as forms of their own. */
export function SurveyCreate() {
  return <EntityCreate editors={editors} />
}

/** The form of a survey that exists. */
export function SurveyEdit() {
  return <EntityEdit editors={editors} />
}
