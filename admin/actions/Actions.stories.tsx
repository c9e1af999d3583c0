import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { Actions } from './Actions.tsx'

const record = { ...Case.example, id: 'case_01J7M4VHCQWSWZN2E66X7BJTTD', version: 1, status: 'received' }

export const StepsOfAnOfficer = { render: () => <Actions entity={Case} record={record} isPrimary /> }

export const StepsOfAnAuditor = {
  parameters: { roles: ['auditor'] },
  render: () => <Actions entity={Case} record={record} isPrimary />,
}

const patient = { ...Patient.example, id: 'patient_01J7M4VHCQWSWZN2E66X7BJTTD', version: 1 }

export const StepThatCannotBeUndone = {
  render: () => <ActionDialog entity={Patient} record={patient} action="erase" close={() => {}} />,
}

export const FormOfAStep = {
  render: () => (
    <ActionDialog entity={Case} record={record} action="assess" defaults={{ outcome: 'upheld' }} close={() => {}} />
  ),
}
