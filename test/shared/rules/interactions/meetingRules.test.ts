import { expect, test } from 'vitest'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { meetingRefusal } from '#shared/rules/interactions/meetingRules.ts'

const siteId = 'here'
const person = (id: string, roles: readonly string[], values: RecordValues = {}): AnyRecord => ({
  ...{ id, version: 1, isActive: true, siteIds: [siteId], roles },
  ...values,
})
const people = {
  manager: person('manager', ['unit-manager']),
  farManager: person('farManager', ['unit-manager'], { siteIds: ['elsewhere'] }),
  goneManager: person('goneManager', ['unit-manager'], { isActive: false }),
  director: person('director', ['director'], { siteIds: ['elsewhere'] }),
  officer: person('officer', ['officer']),
  farOfficer: person('farOfficer', ['officer'], { siteIds: ['elsewhere'] }),
  desk: person('desk', ['front-desk']),
  surgeon: person('surgeon', ['clinician']),
  nurse: person('nurse', ['clinician']),
  goneSurgeon: person('goneSurgeon', ['clinician'], { isActive: false }),
  both: person('both', ['clinician', 'officer']),
}
type Name = keyof typeof people

const cases = {
  none: undefined,
  routine: { severity: 'routine' },
  major: { severity: 'major', majorReasons: ['agitated-on-arrival'] },
  surgical: {
    severity: 'major',
    majorReasons: ['evident-surgical-problem'],
    attendingIds: ['surgeon', 'goneSurgeon', 'both'],
  },
} as const

const linkOf = (name: Name | '') => (name === '' ? undefined : people[name])
const refusalOf = (kind: string, matter: keyof typeof cases, lead: Name | '', doctor: Name | '', escort: Name | '') =>
  meetingRefusal({ kind, siteId } as object, {
    caseId: cases[matter] && { id: 'case', version: 1, ...cases[matter] },
    leadId: linkOf(lead),
    doctorId: linkOf(doctor),
    escortId: linkOf(escort),
  })?.rule

type MeetingRow = readonly [
  kind: string,
  matter: keyof typeof cases,
  lead: Name | '',
  doctor: Name | '',
  escort: Name | '',
  refusal?: string,
]

test.for<MeetingRow>([
  ['meeting', 'none', '', '', ''],
  ['meeting', 'routine', '', '', ''],
  ['visit', 'routine', '', 'nurse', 'officer'],
  ['call', 'major', '', '', ''],
  ['message', 'surgical', '', '', ''],
  ['meeting', 'major', '', '', '', 'LEAD_NEEDED'],
  ['visit', 'major', '', '', '', 'LEAD_NEEDED'],
  ['meeting', 'major', 'manager', '', ''],
  ['meeting', 'major', 'director', '', ''],
  ['meeting', 'major', 'farManager', '', '', 'LEAD_ROLE'],
  ['meeting', 'major', 'goneManager', '', '', 'LEAD_ROLE'],
  ['meeting', 'major', 'officer', '', '', 'LEAD_ROLE'],
  ['call', 'routine', 'desk', '', '', 'LEAD_ROLE'],
  ['meeting', 'surgical', 'manager', '', '', 'DOCTOR_NEEDED'],
  ['visit', 'surgical', 'manager', 'surgeon', 'officer'],
  ['meeting', 'surgical', 'manager', 'surgeon', 'manager'],
  ['meeting', 'surgical', 'manager', 'nurse', 'officer', 'DOCTOR_OTHER'],
  ['meeting', 'surgical', 'manager', 'goneSurgeon', 'officer', 'DOCTOR_ROLE'],
  ['meeting', 'major', 'manager', 'officer', 'officer', 'DOCTOR_ROLE'],
  ['call', 'surgical', '', 'nurse', 'officer'],
  ['meeting', 'surgical', 'manager', 'surgeon', '', 'ESCORT_NEEDED'],
  ['call', 'none', '', 'nurse', '', 'ESCORT_NEEDED'],
  ['meeting', 'routine', '', 'nurse', 'desk', 'ESCORT_ROLE'],
  ['meeting', 'routine', '', 'nurse', 'farOfficer', 'ESCORT_ROLE'],
  ['meeting', 'routine', '', 'nurse', 'director'],
  ['meeting', 'surgical', 'manager', 'both', 'both', 'ESCORT_SAME'],
])('%s, %s case, lead %s, doctor %s, escort %s: %s', ([kind, matter, lead, doctor, escort, refusal]) =>
  expect(refusalOf(kind, matter, lead, doctor, escort)).toBe(refusal),
)
