/** A scheduled function: EventBridge Scheduler ticks it in UTC on AWS, croner at home. */
export interface Schedule {
  readonly name: string
  readonly everyMinutes: number
}

/** Every tick there is. */
export const schedules = [
  { name: 'survey-stats', everyMinutes: 5 },
  { name: 'survey-invitations', everyMinutes: 5 },
  { name: 'deadlines', everyMinutes: 5 },
  { name: 'follow-ups', everyMinutes: 5 },
  { name: 'notices', everyMinutes: 5 },
  { name: 'projection', everyMinutes: 15 },
  { name: 'retention', everyMinutes: 60 },
  { name: 'audit-anchor', everyMinutes: 15 },
] as const satisfies readonly Schedule[]

export type TickName = (typeof schedules)[number]['name']
