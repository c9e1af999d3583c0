import type { Encounter } from '#shared/entities/encounter.ts'
import type { Survey } from '#shared/entities/survey.ts'

/**
 * Whether a survey goes out by itself after a visit: of a kind the survey is meant for, over, no older than a link
 * lives (a history that is imported sends nothing), and in the sample.
 */
export function isAskedAfter(survey: Partial<Survey>, encounter: Encounter, now: string): boolean {
  if (survey.status !== 'published' || !survey.sentAfter?.includes(encounter.careType)) return false
  const over = encounter.dischargedOn ?? (encounter.careType === 'out' ? encounter.serviceOn : undefined)
  if (over === undefined || over > now.slice(0, 10)) return false
  const oldest = new Date(Date.parse(now) - (survey.linkDays ?? 0) * 86_400_000).toISOString().slice(0, 10)
  return over >= oldest && shareOf(encounter.id) < (survey.sampleRate ?? 1)
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number from 0 to 1 that is fixed by the random end of an id, so that a visit is in the sample or never. */
function shareOf(id: string): number {
  return [...id.slice(-4)].reduce((sum, letter) => sum * 32 + Math.max(0, digits.indexOf(letter)), 0) / 32 ** 4
}
