import { actorOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { View } from '#shared/entities/view.ts'
import { viewRefusal } from '#shared/rules/views/viewRules.ts'

/** Whether a person may save, share or delete a view, as the API decides it. */
export const mayChangeView = (view: View, me: Me): boolean => viewRefusal(view, actorOf(me)) === undefined
