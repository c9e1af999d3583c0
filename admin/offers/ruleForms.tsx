import { EntityCreate } from '#admin/entity/pages/EntityCreate.tsx'
import { EntityEdit } from '#admin/entity/pages/EntityEdit.tsx'
import { LimitsInput } from './LimitsInput.tsx'

const editors = { limits: LimitsInput }

/** The form of a new offer rule, with its limits as a table. */
export function RuleCreate() {
  return <EntityCreate editors={editors} />
}

/** The form of a draft of an offer rule. */
export function RuleEdit() {
  return <EntityEdit editors={editors} />
}
