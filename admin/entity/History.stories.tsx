import type { HistoryRow } from '#admin/provider/contract.ts'
import { Case } from '#shared/entities/case.ts'
import { Entry, History } from './History.tsx'

const record = { id: 'case_01J7M4VHCQWSWZN2E66X7BJTTD', version: 2 }

const row: HistoryRow = {
  id: 'history_1',
  recordId: record.id,
  version: 2,
  at: '2026-11-20T08:15:00.000Z',
  actorId: 'user_01J7M4VHCQWSWZN2E66X7BJTTD',
  actorName: 'Huda Nasser',
  roles: ['officer'],
  source: 'panel',
  action: 'acknowledge',
  reason: 'Called at once.',
  before: { status: 'received', acknowledgedAt: null, disputedMinor: 145_000 },
  after: { status: 'acknowledged', acknowledgedAt: '2026-11-20T08:15:00.000Z', disputedMinor: 120_000 },
  previousHash: '',
  hash: '',
}

export const OneChange = { render: () => <Entry entity={Case} entry={row} record={record} /> }

export const Creation = {
  render: () => <Entry entity={Case} entry={{ ...row, action: 'create', reason: undefined }} record={record} />,
}

const withoutPerson = { ...row, reason: undefined, erased: { values: ['summary', 'patientName'], reason: true } }

export const Erased = { render: () => <Entry entity={Case} entry={withoutPerson} record={record} /> }

export const NoHistory = { render: () => <History entity={Case} record={record} /> }
