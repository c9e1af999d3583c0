import type { SeedOptions } from '../seed.ts'

import { insure } from './coverages.ts'
import { deliver } from './delivery.ts'
import { receiveEncounters } from './encounters.ts'
import { registerPatients } from './patients.ts'
import { signContracts } from './payers.ts'
import { hire } from './people.ts'
import { askPatients } from './responses.ts'
import { fullSize, Scene } from './scene.ts'
import { settle } from './settlementFiles.ts'
import { openSites } from './sites.ts'
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
  const files = await part('settlement files', settle(scene, sites, staff, visits, memberships), lengthOf)
  const surveys = await publishSurveys(scene, sites.PALM, staff)
  const responses = await part('responses', askPatients(scene, sites, visits, surveys), lengthOf)
  await part('batches', deliver(scene, sites, staff, files))
}
