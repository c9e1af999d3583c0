import { maintained } from './ask.ts'
import { maintain } from './maintain.ts'
import type { MaintenanceCounts } from './projection.ts'

/** Compares the projection with the table, repairs it, and publishes a snapshot when it is time for one. */
export const maintainProjection = (): Promise<MaintenanceCounts> => maintained(maintain)
