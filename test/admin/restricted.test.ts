import { expect, test } from 'vitest'
import { isRestricted, withRestricted } from '#admin/provider/restricted.ts'

test('records that an answer names as restricted are known as such, and no others', async () => {
  const headers = new Headers({ 'X-Restricted': 'patient_1,case_2' })
  const http = withRestricted(async () => ({ status: 200, headers, body: '{}', json: {} }))
  expect(isRestricted('patient_1')).toBe(false)
  expect((await http('/api/patients/patient_1')).status).toBe(200)
  expect(['patient_1', 'case_2', 'case_1', undefined].map(isRestricted)).toEqual([true, true, false, false])
})
