import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { ClassRules } from './ClassRules.tsx'

const hidden = ['classRules']

/** A contract: its terms, and the rules of each class as a table. */
export function ContractShow() {
  return <EntityShow hidden={hidden} below={ClassRules} />
}
