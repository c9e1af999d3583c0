import { recordAs } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { live } from '../lives.ts'
import type { Staff } from '../people.ts'
import { later, type Scene } from '../scene.ts'
import { afterComplaint, insuranceApproval } from '../words/deskSurveys.ts'
import { inpatient, outpatient } from '../words/visitSurveys.ts'

/** The questionnaires of the demo, by what they are asked after. */
export interface Surveys {
  readonly outpatient: Survey
  readonly inpatient: Survey
  readonly insuranceApproval: Survey
  readonly afterComplaint: Survey
}

/** Writes four questionnaires in five languages and publishes them. */
export async function publishSurveys(scene: Scene, site: Site, staff: Staff): Promise<Surveys> {
  const chance = scene.chance('surveys')
  const [manager] = staff.at(site.id, 'unit-manager')
  const [director] = staff.at(site.id, 'director')
  if (!manager || !director) throw new Error('Nobody writes surveys')
  const templates = [outpatient, inpatient, insuranceApproval, afterComplaint]
  const changes = templates.map((body, index) => {
    const now = scene.daysAgo(190 - index * 4)
    return scene.create(Survey, body, { at: now, by: manager, id: chance.id(Survey, now) })
  })
  const drafts = await scene.write(await Promise.all(changes))
  const lives = drafts.map((stored) => {
    const now = later(String(stored.record.createdAt), 2 * 24 * 60 + 95)
    return { stored, steps: [{ at: now, by: director, action: 'publish' }] }
  })
  const [first, second, third, fourth] = (await live(scene, Survey, lives)).map(({ record }) =>
    recordAs(Survey, record),
  )
  if (!first || !second || !third || !fourth) throw new Error('A survey is missing')
  return { outpatient: first, inpatient: second, insuranceApproval: third, afterComplaint: fourth }
}
