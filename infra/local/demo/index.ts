import { Case } from '#shared/entities/case.ts'
import { recordAs } from '#shared/entity.ts'
import type { SeedOptions } from '../seed.ts'
import { askedAfterCases, askedAfterVisits } from './asked.ts'
import { workOnCases } from './cases.ts'
import { insure } from './coverages.ts'
import { deliver } from './delivery.ts'
import { receiveEncounters } from './encounters.ts'
import { ask } from './invitations.ts'
import { registerPatients } from './patients.ts'
import { signContracts } from './payers.ts'
import { hire } from './people.ts'
import { attach } from './responses.ts'
import { fullSize, Scene } from './scene.ts'
import { settle } from './settlementFiles.ts'
import { openSites } from './sites.ts'
import { computeStatistics } from './statistics.ts'
import { publishSurveys } from './surveys.ts'

/** Does one part of the demo, and says what came of it and how long it took. */
async function part<T>(name: string, work: Promise<T>, count?: (made: T) => number): Promise<T> {
  const began = performance.now()
  const made = await work
  const counted = count ? `${count(made)} ` : ''
  console.log(`  ${counted}${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return made
}

const lengthOf = (made: { length: number }): number => made.length

/** Fills an empty table with the demo: logins and sites, and unless `isEmpty` four months in the life of three sites. */
export async function seedDemo({ isEmpty, size = fullSize, ensureUser, now }: SeedOptions & { now?: string }) {
  const scene = new Scene(now ?? new Date().toISOString(), size)
  const sites = await openSites(scene)
  const staff = await hire(scene, sites, ensureUser, isEmpty)
  if (isEmpty) return
  const patients = await part('patients', registerPatients(scene, sites, staff), lengthOf)
  const agreements = await signContracts(scene, sites)
  const memberships = await insure(scene, sites, patients, agreements)
  const visits = await part('visits', receiveEncounters(scene, sites, patients, memberships), lengthOf)
  const surveys = await publishSurveys(scene, sites.PALM, staff)
  const filing = part('settlement files', settle(scene, sites, staff, visits, memberships), lengthOf)
  const delivering = filing.then((files) => part('batches', deliver(scene, sites, staff, files), lengthOf))
  const complainants = scene.count(70)
  const asked = askedAfterVisits(scene, visits, surveys)
  const answering = ask(scene, sites, scene.chance('answers'), asked, scene.count(1500) - complainants)
  const [responses, files] = await Promise.all([part('answers', answering, lengthOf), filing])
  const courses = await part('cases', workOnCases(scene, sites, staff, visits, responses, files), lengthOf)
  await attach(scene, courses)
  const closed = courses.map(({ matter: { visit }, stored }) => ({ visit, of: recordAs(Case, stored.record) }))
  const again = askedAfterCases(scene, closed, surveys)
  await part('answers after a case', ask(scene, sites, scene.chance('second answers'), again, complainants), lengthOf)
  await Promise.all([part('days of statistics', computeStatistics(scene, [...asked, ...again]), lengthOf), delivering])
}
