import type { SeedOptions } from '../seed.ts'
import { hire } from './people.ts'
import { registerPatients } from './patients.ts'
import { fullSize, Scene } from './scene.ts'
import { openSites } from './sites.ts'

/** Fills an empty table with the demo: logins and sites, and unless `isEmpty` half a year in the life of three sites. */
export async function seedDemo({ isEmpty, size = fullSize, ensureUser, now }: SeedOptions & { now?: string }) {
  const scene = new Scene(now ?? new Date().toISOString(), size)
  const sites = await openSites(scene)
  const staff = await hire(scene, sites, ensureUser, isEmpty)
  if (isEmpty) return
  const t=performance.now()
  const patients = await registerPatients(scene, sites, staff)
  console.log(patients.length, performance.now()-t)
}
