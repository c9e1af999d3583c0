import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { entryFrom } from '#functions/platform/store/history.ts'
import { outboxShards } from '#functions/platform/store/keys.ts'
import { eventsFrom } from '#functions/platform/store/outbox.ts'
import { getHistory, getRecord, queryPartition } from '#functions/platform/store/read.ts'
import { addAdministrator } from '#functions/users/operations.ts'
import { User } from '#shared/entities/user.ts'
import { auditFolder } from '#test/support/auditFolders.ts'
import { freshTable, startEngine, type TestEngine } from '#test/support/engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
  vi.stubEnv('DYNAMODB_ENDPOINT', engine.endpoint).stubEnv('TABLE_NAME', await freshTable(engine.endpoint))
  vi.stubEnv('AUDIT_FOLDER', auditFolder('administrator'))
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'none').stubEnv('AWS_SECRET_ACCESS_KEY', 'none')
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await engine.stop()
})

const waiting = async () => {
  const shards = Array.from({ length: outboxShards }, (_, shard) => queryPartition(`OUT#${shard}`, { limit: 10 }))
  return (await Promise.all(shards)).flatMap(({ items }) => items.flatMap(eventsFrom))
}

describe('the first administrator', () => {
  it('is added with history and the event that creates the sign-in, once per address', async () => {
    const id = await addAdministrator('Huda Nasser', 'huda@redress.test')
    expect((await getRecord(User, id))?.record).toMatchObject({ name: 'Huda Nasser', roles: ['admin'], isActive: true })
    expect((await getHistory(id, 5)).items.map(entryFrom)).toMatchObject([{ action: 'create', actorId: 'redress' }])
    expect(await waiting()).toMatchObject([{ resource: 'users', id, action: 'create' }])
    await expect(addAdministrator('Somebody Else', 'huda@redress.test')).rejects.toMatchObject({ status: 422 })
  })
})
