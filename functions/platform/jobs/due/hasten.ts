import { hastenTickFailure } from '#functions/platform/store/items/deliveryItems.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { attemptLimit } from '#shared/rules/deadLetters/pauses.ts'

/** Has the next run of a tick do again what it failed to do, because somebody asked for it. */
export const hasten = (tick: string, event: Event): Promise<void> =>
  hastenTickFailure({ consumer: tick, events: [event], attempts: attemptLimit }, new Date().toISOString())
