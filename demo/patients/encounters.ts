import { Encounter } from '#shared/entities/encounter.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type DemoWriter, dayLater, earlier } from '../demoWriter.ts'
import { type Department, departments } from '../departments.ts'
import type { Random } from '../random.ts'
import type { Membership } from '../settlements/coverages.ts'
import { type Sites, siteCodeOf } from '../sites.ts'

/** Days before the end of the demo in which its visits fall. */
const span = 120

/** Visits of a patient in that time, with the percentage of patients who have that many. */
const visits = [
  [2, 13],
  [3, 21],
  [4, 24],
  [5, 20],
  [6, 12],
  [8, 7],
  [11, 3],
] as const

/** A visit with its patient and the department it was at. */
export interface Visit {
  readonly encounter: Encounter
  readonly patient: Patient
  readonly department: Department
}

const stayOf = (random: Random, careType: Encounter['careType']): number =>
  careType === 'in' ? random.between(1, 5) : 0

/** Days before the end on which a patient came, spread so that two visits are never close together. */
function daysOf(random: Random, count: number): number[] {
  const gap = span / count
  return Array.from({ length: count }, (_, index) => Math.round((index + 0.15 + 0.7 * random.next()) * gap))
}

/** Creates the visits and stays of four months, each in the evening, as the hospital's own system delivers them. */
export async function createEncounters(
  writer: DemoWriter,
  sites: Sites,
  patients: readonly Patient[],
  memberships: ReadonlyMap<string, Membership>,
): Promise<Visit[]> {
  const random = writer.random('encounters')
  const today = writer.now.slice(0, 10)
  const planned = patients.flatMap((patient) => {
    const code = siteCodeOf(sites, patient.siteId)
    return daysOf(random, random.weighted(visits)).map((days) => {
      const department = random.weighted(departments[code].map((each) => [each, each.weight] as const))
      const careType = random.weighted(department.care)
      const serviceOn = dayLater(today, -days)
      const dischargedOn = dayLater(serviceOn, stayOf(random, careType))
      const doctor = random.pick(department.doctors)
      return {
        patient,
        department,
        careType,
        serviceOn,
        dischargedOn,
        doctor,
        diagnosis: random.pick(department.diagnoses),
      }
    })
  })
  planned.sort((a, b) => (a.serviceOn < b.serviceOn ? -1 : a.serviceOn > b.serviceOn ? 1 : 0))
  const changes = []
  for (const [index, visit] of planned.entries()) {
    const { patient, department, careType, serviceOn, dischargedOn, doctor, diagnosis } = visit
    const at = earlier(`${dischargedOn}T19:${String(random.between(10, 59))}:00.000Z`, writer.now)
    const coverageId = memberships.get(patient.id)?.coverage.id
    const body = {
      number: `ENC-${40_000 + index}`,
      siteId: patient.siteId,
      patientId: patient.id,
      careType,
      serviceOn,
      ...(dischargedOn <= today && careType !== 'out' && { dischargedOn }),
      department: department.name,
      doctor,
      ...(coverageId && { coverageId }),
      diagnosisCodes: [{ code: diagnosis }],
      ...(careType === 'in' && { isPostOpCallWanted: random.isTrue(0.7) }),
    }
    changes.push(await writer.create(Encounter, body, { at, id: random.id(Encounter, at) }))
  }
  const written = await writer.writeAs(Encounter, changes)
  return written.flatMap((encounter, index) => {
    const visit = planned[index]
    return visit ? [{ encounter, patient: visit.patient, department: visit.department }] : []
  })
}
