import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startProduct } from '#test/support/product.ts'
import { eventually, request, signIn } from '#test/support/session.ts'

/*
 * Played among mounts of its own: the folder of the first word is a small disk. It prints what people are answered while the
 * disk is full, after there is room again, and after a stop and a start with what was written in between.
 */

const [, , disk = ''] = process.argv
const folder = join(disk, 'data')

const fill = () => {
  let count = 0
  for (let bytes = 1 << 20; bytes >= 4096; bytes >>= 1)
    for (let hasRoom = true; hasRoom; )
      try {
        writeFileSync(join(disk, `ballast${count}`), Buffer.alloc(bytes))
        count++
      } catch {
        rmSync(join(disk, `ballast${count}`), { force: true })
        hasRoom = false
      }
}
const makeRoom = () => {
  for (const name of readdirSync(disk)) if (name.startsWith('ballast')) rmSync(join(disk, name))
}

let product = await startProduct({ folder, panel: false })
let person = await signIn(product.url, 'everyone')
const { body: sites } = await person('GET /api/sites')
let written = 0
const write = () => {
  const code = `S${++written}`
  return person('POST /api/sites', { name: `Site ${code}`, code, timeZone: 'Asia/Riyadh', currency: 'SAR' })
}
const acknowledged: string[] = []
const writeMany = async (count: number) => {
  const rules: string[] = []
  for (const { status, body } of await Promise.all(Array.from({ length: count }, write)))
    if (status === 201) acknowledged.push(body.id)
    else rules.push(`${status} ${body.rule}`)
  return [...new Set(rules)]
}
const codeOf = async (email: string) => {
  const { body: config } = await request(product.url, 'GET /config.json')
  const target = 'AWSCognitoIdentityProviderService.ForgotPassword'
  const answer = await fetch(`${product.url}/cognito/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: JSON.stringify({ ClientId: config.userPoolClientId, Username: email }),
  })
  return answer.status
}
const look = async (email: string) => ({
  health: (await request(product.url, 'GET /api/health')).body.status,
  record: (await person(`GET /api/sites/${sites[0].id}`)).status,
  lists: [...new Set([(await person('GET /api/sites')).status, (await person('GET /api/users')).status])],
  signIn: (await (await signIn(product.url, 'officer'))('GET /api/me')).status,
  resetCode: await codeOf(email),
  write: await writeMany(3),
})
const seen: Record<string, unknown> = { before: await look('officer@redress.test') }
fill()
const refused = await writeMany(200)
seen.full = { ...(await look('auditor@redress.test')), refused }
makeRoom()
await eventually(
  async () => (await request(product.url, 'GET /api/health')).status,
  (status) => status === 200,
  20_000,
)
seen.after = await look('director@redress.test')
fill()
await writeMany(20)
seen.stop = await product.stop()
fill()
seen.start = await startProduct({ folder, panel: false }).then(
  () => 'started',
  (error: Error) =>
    error.message
      .split('\n')
      .filter((line) => line !== '')
      .at(-1),
)
makeRoom()
product = await startProduct({ folder, panel: false })
person = await signIn(product.url, 'everyone')
const statuses = await Promise.all(acknowledged.map(async (id) => (await person(`GET /api/sites/${id}`)).status))
seen.acknowledged = { count: statuses.length, lost: statuses.filter((status) => status !== 200).length }
seen.health = (await request(product.url, 'GET /api/health')).body.status
await product.stop()
console.log(JSON.stringify({ seen }))
