import type { Key } from '../keys.ts'

/** Where a link's token is looked up: by its keyed hash, never by itself. */
export const tokenKey = (hash: string): Key => ({ pk: `S#${hash}`, sk: 'A' })

/** Where the last invitation of a patient is noted, so that two at the same moment know of each other. */
export const quarantineKey = (patientId: string): Key => ({ pk: `QUAR#${patientId}`, sk: 'A' })

/** Partition of the days whose statistics have to be computed again. */
export const dirtyPartition = 'DIRTY#survey-stats'

/** Where one such day is noted. */
export const dirtyKey = (surveyId: string, day: string): Key => ({ pk: dirtyPartition, sk: `${surveyId}#${day}` })

/** The survey and day of a note. */
export function dirtyBucket(sk: string): { surveyId: string; day: string } {
  const [surveyId = '', day = ''] = sk.split('#')
  return { surveyId, day }
}

/** Partition of one month of a survey's statistics; a day is its sort key. */
export const statisticsPartition = (surveyId: string, month: string): string => `STAT#${surveyId}#${month}`

/** Where the statistics of one day stand. */
export const statisticsKey = (surveyId: string, day: string): Key => ({
  pk: statisticsPartition(surveyId, day.slice(0, 7)),
  sk: day,
})
