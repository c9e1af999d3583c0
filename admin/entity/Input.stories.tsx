import { ResourceContextProvider } from 'react-admin'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Contract } from '#shared/entities/contract.ts'
import { Patient } from '#shared/entities/patient.ts'
import { EntityForm } from './pages/EntityForm.tsx'

const form = (entity: Entity, isEditable: boolean, defaults: Record<string, unknown> = {}) => (
  <ResourceContextProvider value={entity.resource}>
    <EntityForm
      inputs={Object.entries(entity.fields).map(([name, field]) => ({ name, field, isEditable }))}
      label="Save"
      defaults={defaults}
    />
  </ResourceContextProvider>
)

export const EmptyCase = { render: () => form(Case, true) }

export const FilledCase = {
  render: () => form(Case, true, { ...Case.example, subjects: [{ subject: 'Waiting', grade: 'high' }] }),
}

export const DisabledPatient = { render: () => form(Patient, false, Patient.example) }

export const FilledContract = { render: () => form(Contract, true, Contract.example) }
