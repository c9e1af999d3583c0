import { EntityCreate } from '#admin/entity/pages/EntityCreate.tsx'
import { ClassRulesInput } from './ClassRulesInput.tsx'

const editors = { classRules: ClassRulesInput }

/** The form of a new contract, with its class rules as a table. */
export function ContractCreate() {
  return <EntityCreate editors={editors} />
}
