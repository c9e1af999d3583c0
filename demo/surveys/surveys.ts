import { recordAs } from '#shared/declaration/entity.ts'
import { languages } from '#shared/entities/choices.ts'
import type { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { type DemoWriter, later } from '../demoWriter.ts'
import { takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { afterComplaint, insuranceApproval } from '../words/deskSurveys.ts'
import { inpatient, outpatient } from '../words/visitSurveys.ts'

/** The questionnaires of the demo. */
export interface Surveys {
  readonly outpatient: Survey
  readonly inpatient: Survey
  readonly insuranceApproval: Survey
  readonly afterComplaint: Survey
}

/** Writes four questionnaires in five languages and publishes them. */
export async function createSurveys(writer: DemoWriter, site: Site, staff: Staff): Promise<Surveys> {
  const random = writer.random('surveys')
  const [manager] = staff.withRole(site.id, 'unit-manager')
  const [director] = staff.withRole(site.id, 'director')
  if (!manager || !director) throw new Error('Nobody may write surveys')
  const templates = [outpatient, inpatient, insuranceApproval, afterComplaint]
  const changes = templates.map((template, index) => {
    const at = writer.daysAgo(190 - index * 4)
    const body = { languages: [...languages], anonymity: 'confidential', ...template }
    return writer.create(Survey, body, { at, by: manager, id: random.id(Survey, at) })
  })
  const drafts = await writer.write(await Promise.all(changes))
  const sequences = drafts.map((stored) => {
    const at = later(String(stored.record.createdAt), 2 * 24 * 60 + 95)
    return { stored, steps: [{ at, by: director, action: 'publish' }] }
  })
  const [first, second, third, fourth] = (await takeSteps(writer, Survey, sequences)).map(({ record }) =>
    recordAs(Survey, record),
  )
  if (!first || !second || !third || !fourth) throw new Error('A survey is missing')
  return { outpatient: first, inpatient: second, insuranceApproval: third, afterComplaint: fourth }
}
