import { afterAll, beforeAll, expect, test } from 'vitest'
import { askPool, demoPassword, eventually, type SignedInCall, signIn } from '#test/support/session.ts'
import { productUrl } from './world.ts'

let product: Awaited<ReturnType<typeof productUrl>>
let admin: SignedInCall
let leaver: SignedInCall
let id: string

beforeAll(async () => {
  product = await productUrl()
  admin = await signIn(product.url, 'admin')
  leaver = await signIn(product.url, 'delegate')
  id = (await leaver('GET /api/me')).body.id
}, 120_000)
afterAll(() => product?.stop())

async function setActive(isActive: boolean): Promise<void> {
  const { version } = (await admin(`GET /api/users/${id}`)).body
  expect((await admin(`PATCH /api/users/${id}`, { isActive, version })).status).toBe(200)
}

const statusOfSignIn = async () => {
  const entered = { USERNAME: 'delegate@redress.test', PASSWORD: demoPassword }
  return (await askPool(product.url, 'USER_PASSWORD_AUTH', entered)).status
}

test('a person who is deactivated is out within seconds though signed in, cannot sign in again, and may come back', async () => {
  expect((await leaver('GET /api/batches')).status).toBe(200)
  await setActive(false)
  const refused = await eventually(
    () => leaver('GET /api/batches'),
    ({ status }) => status !== 200,
    8_000,
  )
  expect(refused).toMatchObject({ status: 403, body: { rule: 'NO_USER' } })
  await eventually(statusOfSignIn, (status) => status === 400, 60_000)
  await setActive(true)
  await eventually(statusOfSignIn, (status) => status === 200, 60_000)
  expect((await (await signIn(product.url, 'delegate'))('GET /api/batches')).status).toBe(200)
})

test('after a sign-out the tokens of that sign-in are refused within seconds, and those of another sign-in are not', async () => {
  const [shared, own] = [await signIn(product.url, 'officer'), await signIn(product.url, 'officer')]
  expect((await shared('POST /api/sign-out', {})).body).toEqual({ isEnded: true })
  const refused = await eventually(
    () => shared('GET /api/me'),
    ({ status }) => status !== 200,
    8_000,
  )
  expect(refused).toMatchObject({ status: 401, body: { rule: 'SESSION_ENDED' } })
  expect((await own('GET /api/me')).status).toBe(200)
})
