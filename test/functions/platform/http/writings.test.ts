import { expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const patient = (more: Record<string, unknown>) => ({ ...Patient.example, siteId: world().siteId, ...more })
const first = { headers: { 'If-Match': '"1"' } }

test('a phone, a day and an instant as other systems write them are kept in one form', async () => {
  const made = await as('officer')(
    'POST /api/patients',
    patient({ phone: '\u202a00966 50\u2011123\u20114567\u202c', birthDate: '1990/2/28', memberNumber: 'M-77' }),
  )
  expect(made.body).toMatchObject({ phone: '+966501234567', birthDate: '1990-02-28' })
  const matter = { ...Case.example, siteId: world().siteId, patientId: made.body.id }
  const opened = await as('officer')('POST /api/cases', { ...matter, receivedAt: '2026-11-20T11:15:00+03:00' })
  expect(opened.body).toMatchObject({ receivedAt: '2026-11-20T08:15:00.000Z' })
  const changed = await as('officer')(`PATCH /api/cases/${opened.body.id}`, { receivedAt: '2026-11-20T08:14Z' }, first)
  expect(changed.body).toMatchObject({ receivedAt: '2026-11-20T08:14:00.000Z' })
})

test('a value that is the same in another writing is no change', async () => {
  const stored = await seed(Patient, patient({ phone: '+966501234567', memberNumber: 'M-78' }))
  const answer = await as('officer')(`PATCH /api/patients/${stored.id}`, { phone: '+966 50 123 4567' }, first)
  expect(answer.body).toMatchObject({ phone: '+966501234567', version: 1 })
})
