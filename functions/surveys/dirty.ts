import { randomUUID } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import type { TransactionStep } from '#functions/platform/store/commit.ts'
import { dirtyKey } from '#functions/platform/store/keys.ts'

/** The write that has a day's statistics computed again; its stamp is new each time, so that no note is lost. */
export const dirtyStep = (surveyId: string, day: string, now: string): TransactionStep => ({
  means: 'claim',
  write: { Put: { TableName: env.table, Item: { ...dirtyKey(surveyId, day), stamp: `${now}#${randomUUID()}` } } },
})
