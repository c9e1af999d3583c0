import type { Operation } from '#functions/platform/http/operation.ts'
import { takeStep } from './batchStep.ts'

/** Asks for a batch to be voided, or as the second person voids it: its files are approved files again. */
export const voidBatch: Operation = (request) => takeStep(request, 'void', ({ status }) => status === 'voided')
