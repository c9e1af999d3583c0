import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Contract } from '#shared/entities/contract.ts'
import { Patient } from '#shared/entities/patient.ts'
import { FieldList } from './FieldList.tsx'

const id = (prefix: string) => `${prefix}_01J7M4VHCQWSWZN2E66X7BJTTD`

const list = (entity: Entity, values: RecordValues) => (
  <FieldList
    entity={entity}
    record={{ ...entity.example, ...values, id: id(entity.prefix) }}
    declared={Object.entries({ ...entity.fields, ...entity.facts }).map(([name, field]) => ({ name, field }))}
  />
)

/** References, amounts, instants near and past their limit, choices, a group and a list; fields without a value. */
export const CaseFields = {
  render: () =>
    list(Case, {
      siteId: id('site'),
      patientId: id('patient'),
      status: 'awaiting-patient',
      complainant: { name: 'Huda Nasser', relation: 'self' },
      subjects: [{ subject: 'Waiting', grade: 'high' }],
      acknowledgeDueAt: '2026-11-20T10:15:00.000Z',
      responseDueAt: new Date(Date.now() + 3_600_000).toISOString(),
    }),
}

/** A phone, an e-mail address, a day, a truth value and consents. */
export const PatientFields = { render: () => list(Patient, { email: 'huda@redress.test' }) }

/** Shares and class rules. */
export const ContractFields = { render: () => list(Contract, { siteIds: [id('site')] }) }
