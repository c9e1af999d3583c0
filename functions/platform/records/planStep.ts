import type { Context } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { changesOfStep } from './consequences.ts'
import type { StepRequest } from './step.ts'

/**
 * What a step writes: the change of its record, if anything differs, and after it those of the records that follow. The
 * same for a button, the API, many records at once and a tick. Steps that an operation carries out are refused.
 */
export const planStep = (
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  step: StepRequest,
): Promise<Change[]> => changesOfStep(context, entity, stored, step, [])
