import type { Case } from '#shared/entities/case.ts'
import type { Response } from '#shared/entities/response.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Visit } from '../patients/encounters.ts'
import type { Story, StoryLanguage } from '../words/stories/index.ts'

/** What came in: a story that happened at a visit, told on a day by a channel. */
export interface Matter {
  readonly story: Story
  readonly language: StoryLanguage
  readonly visit: Visit
  readonly site: Site
  readonly receivedAt: string
  readonly channel: Case['channel']
  readonly disputedMinor?: number
  /** The low score that opened it. */
  readonly response?: Response
  /** The matter that this one is told again of, by another channel. */
  readonly repeats?: Matter
}
