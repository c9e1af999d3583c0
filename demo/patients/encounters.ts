import { Encounter } from '#shared/entities/encounter.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Chance } from '../chance.ts'
import { type Department, departments } from '../departments.ts'
import { dayLater, earlier, type Scene } from '../scene.ts'
import type { Membership } from '../settlements/coverages.ts'
import { codeOf, type SiteCode } from '../sites.ts'

/** Days before the end of the demo in which its visits fall. */
const span = 120

/** Visits a patient has in that time, and how many patients in a hundred have as many. */
const visits = [
  [2, 12],
  [3, 18],
  [4, 20],
  [5, 18],
  [6, 14],
  [8, 12],
  [11, 6],
] as const

/** A visit with its patient and the department it was at. */
export interface Visit {
  readonly encounter: Encounter
  readonly patient: Patient
  readonly department: Department
}

const stayOf = (chance: Chance, careType: Encounter['careType']): number =>
  careType === 'in' ? chance.between(1, 5) : 0

/** Days before the end on which a patient came, spread so that nobody comes twice in a few days. */
function daysOf(chance: Chance, count: number): number[] {
  const gap = span / count
  return Array.from({ length: count }, (_, n) => Math.round((n + 0.15 + 0.7 * chance.next()) * gap))
}

/** The visits and stays of four months, as the hospital's own system handed them over in the evening of each day. */
export async function receiveEncounters(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  patients: readonly Patient[],
  memberships: ReadonlyMap<string, Membership>,
): Promise<Visit[]> {
  const chance = scene.chance('encounters')
  const today = scene.now.slice(0, 10)
  const planned = patients.flatMap((patient) => {
    const code = codeOf(sites, patient.siteId)
    return daysOf(chance, chance.weighted(visits)).map((days) => {
      const department = chance.weighted(departments[code].map((each) => [each, each.weight] as const))
      const careType = chance.weighted(department.care)
      const serviceOn = dayLater(today, -days)
      const dischargedOn = dayLater(serviceOn, stayOf(chance, careType))
      const doctor = chance.pick(department.doctors)
      return {
        patient,
        department,
        careType,
        serviceOn,
        dischargedOn,
        doctor,
        diagnosis: chance.pick(department.diagnoses),
      }
    })
  })
  planned.sort((a, b) => (a.serviceOn < b.serviceOn ? -1 : a.serviceOn > b.serviceOn ? 1 : 0))
  const changes = []
  for (const [n, visit] of planned.entries()) {
    const { patient, department, careType, serviceOn, dischargedOn, doctor, diagnosis } = visit
    const now = earlier(`${dischargedOn}T19:${String(chance.between(10, 59))}:00.000Z`, scene.now)
    const coverageId = memberships.get(patient.id)?.coverage.id
    const body = {
      number: `ENC-${40_000 + n}`,
      siteId: patient.siteId,
      patientId: patient.id,
      careType,
      serviceOn,
      ...(dischargedOn <= today && careType !== 'out' && { dischargedOn }),
      department: department.name,
      doctor,
      ...(coverageId && { coverageId }),
      diagnosisCodes: [{ code: diagnosis }],
      ...(careType === 'in' && { isPostOpCallWanted: chance.isTrue(0.7) }),
    }
    changes.push(await scene.create(Encounter, body, { at: now, id: chance.id(Encounter, now) }))
  }
  const written = await scene.writeAs(Encounter, changes)
  return written.flatMap((encounter, n) => {
    const visit = planned[n]
    return visit ? [{ encounter, patient: visit.patient, department: visit.department }] : []
  })
}
