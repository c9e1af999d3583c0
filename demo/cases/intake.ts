import type { Case } from '#shared/entities/case.ts'
import type { Response } from '#shared/entities/response.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Language } from '#shared/text/languages.ts'
import type { Visit } from '../patients/encounters.ts'
import type { CaseStory } from '../words/stories/index.ts'

/** What a patient reports about a visit: the story, the day and the channel. It becomes a case. */
export interface Intake {
  readonly story: CaseStory
  readonly language: Language
  readonly visit: Visit
  readonly site: Site
  readonly receivedAt: string
  readonly channel: Case['channel']
  readonly disputedMinor?: number
  /** The response whose low score opened the case. */
  readonly response?: Response
  /** The earlier intake with the same story, by another channel. */
  readonly repeats?: Intake
}
