import type { Me } from '#admin/provider/contract.ts'
import { Case } from '#shared/entities/case.ts'
import { InteractionDialog } from './InteractionDialog.tsx'
import { LogInteraction } from './LogInteraction.tsx'

const id = 'case_01J7M4VHCQWSWZN2E66X7BJTTD'
const siteId = 'site_01J7M4VHCQWSWZN2E66X7BJTTD'
const matter = { ...Case.example, id, version: 1, siteId, patientId: 'patient_01J7M4VHCQWSWZN2E66X7BJTTD' }
const me: Me = {
  id: 'user_01J7M4VHCQWSWZN2E66X7BJTTD',
  name: 'Huda',
  email: 'huda@redress.test',
  roles: [],
  siteIds: [],
  isGlobal: false,
  permissions: [],
}

export const Button = { render: () => <LogInteraction record={matter} /> }

export const Dialog = { render: () => <InteractionDialog record={matter} me={me} close={() => {}} /> }
