import type { PreTokenGenerationTriggerEvent } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getRecord } from '#functions/platform/store/read.ts'
import { limitRoles } from '#functions/users/limitRoles.ts'
import { addAdministrator, restoreSignIns } from '#functions/users/operations.ts'
import { User } from '#shared/entities/user.ts'
import { useTable } from '#test/support/table.ts'
import { openPool } from './poolServer.ts'

useTable()
let pool: Awaited<ReturnType<typeof openPool>>
beforeAll(async () => {
  pool = await openPool()
  vi.stubEnv('COGNITO_ENDPOINT', pool.url).stubEnv('USER_POOL_ID', 'pool')
})
afterAll(() => {
  vi.unstubAllEnvs()
  pool.close()
})

test('a lost user pool is filled again from the records, with the roles of each, as often as one likes', async () => {
  const id = await addAdministrator('Huda Nasser', 'huda.nasser@redress.test')
  const people = await restoreSignIns()
  const first = (await getRecord(User, id, { consistent: true }))?.record.subject
  pool.people.clear()
  expect(await restoreSignIns()).toBe(people)
  const second = (await getRecord(User, id, { consistent: true }))?.record.subject
  expect(second).not.toBe(first)
  expect([...(pool.found('huda.nasser@redress.test')?.groups ?? [])]).toEqual(['admin'])
  const before = pool.people.size
  await restoreSignIns()
  expect(pool.people.size).toBe(before)
})

const tokenEvent = (userName: string, groupsToOverride: string[]) =>
  ({
    userPoolId: 'pool',
    userName,
    request: { groupConfiguration: { groupsToOverride } },
    response: {},
  }) as unknown as PreTokenGenerationTriggerEvent
const groupsIn = ({ response }: PreTokenGenerationTriggerEvent) =>
  response.claimsOverrideDetails?.groupOverrideDetails?.groupsToOverride

test('a token of a person without a second factor has no role that needs one', async () => {
  await addAdministrator('Sami Darwish', 'sami.darwish@redress.test')
  await restoreSignIns()
  const person = pool.found('sami.darwish@redress.test')
  if (!person) throw new Error('There is no sign-in.')
  const limited = await limitRoles(tokenEvent(person.Username, ['admin', 'officer']))
  expect(groupsIn(limited)).toEqual(['officer'])
  expect(limited.response.claimsOverrideDetails?.claimsToAddOrOverride).toEqual({ second_factor: 'needed' })
  person.UserMFASettingList = ['SOFTWARE_TOKEN_MFA']
  expect(groupsIn(await limitRoles(tokenEvent(person.Username, ['admin', 'officer'])))).toBeUndefined()
  expect(groupsIn(await limitRoles(tokenEvent('unknown', ['officer'])))).toBeUndefined()
  await expect(limitRoles(tokenEvent('unknown', ['admin']))).rejects.toThrow('UserNotFoundException')
})
