import { workOnCases } from './cases/cases.ts'
import type { DemoOptions } from './options.ts'
import { receiveEncounters } from './patients/encounters.ts'
import { registerPatients } from './patients/patients.ts'
import { hire } from './people.ts'
import { fullSize, Scene } from './scene.ts'
import { insure } from './settlements/coverages.ts'
import { deliver } from './settlements/delivery.ts'
import { signContracts } from './settlements/payers.ts'
import { settle } from './settlements/settlementFiles.ts'
import { openSites } from './sites.ts'
import { askedAfterCases, askedAfterVisits } from './surveyContacts.ts'
import { ask } from './surveys/invitations.ts'
import { attach } from './surveys/responses.ts'
import { computeStatistics, type SurveyRecords } from './surveys/statistics.ts'
import { publishSurveys } from './surveys/surveys.ts'

/** Fills an empty table with the demo: logins and sites, and unless `isEmpty` four months in the life of three sites. */
export async function seedDemo(options: DemoOptions): Promise<void> {
  const { isEmpty, size = fullSize, ensureUser, now = new Date().toISOString(), report = console.log } = options
  const scene = new Scene(now, size)
  const sites = await openSites(scene)
  const staff = await hire(scene, sites, ensureUser, isEmpty)
  if (isEmpty) return
  const part = async <T>(name: string, work: Promise<T>, count: (made: T) => number): Promise<T> => {
    const began = performance.now()
    const made = await work
    report(`  ${count(made)} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    return made
  }
  const patients = await part('patients', registerPatients(scene, sites, staff), lengthOf)
  const memberships = await insure(scene, sites, patients, await signContracts(scene, sites))
  const visits = await part('visits', receiveEncounters(scene, sites, patients, memberships), lengthOf)
  const surveys = await publishSurveys(scene, sites.PALM, staff)

  // Files and surveys know nothing of each other, so the engine gets both at once.
  const filing = part('settlement files', settle(scene, sites, staff, visits, memberships), lengthOf)
  const hearPatients = async () => {
    const complainants = scene.count(70)
    const asked = askedAfterVisits(scene, visits, surveys)
    const asking = ask(scene, sites, scene.chance('answers'), asked, scene.count(1500) - complainants)
    const { invitations, responses } = await part('answers', asking, responsesOf)
    const courses = await part('cases', workOnCases(scene, sites, staff, visits, responses, await filing), lengthOf)
    await attach(scene, courses)
    const again = askedAfterCases(scene, courses, surveys)
    const late = await part(
      'answers after a case',
      ask(scene, sites, scene.chance('late answers'), again, complainants),
      responsesOf,
    )
    const answers = {
      invitations: [...invitations, ...late.invitations],
      responses: [...responses, ...late.responses],
    }
    await part('days of statistics', computeStatistics(Object.values(surveys), answers), Number)
  }
  const deliverFiles = async () => part('batches', deliver(scene, sites, staff, await filing), Number)
  await Promise.all([hearPatients(), deliverFiles()])
}

const lengthOf = (made: { readonly length: number }): number => made.length
const responsesOf = ({ responses }: SurveyRecords): number => responses.length
