import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { agreement, does, fileAt, read, step, totalsHash, vectorLines, visit } from './scene.ts'

const world = useTable()
const files = 'settlement-files' as const
const fresh = async () => visit(world(), await agreement())

test('the person who estimated a file neither verifies nor approves it, with any roles', async () => {
  const { id } = await fileAt('record-received', await fresh())
  const { totalsHash: hash } = await does('everyone', id, 'estimate', { lines: vectorLines })
  const own = await step('everyone', files, id, 'verify', { totalsHash: hash })
  expect([own.status, own.body.rule]).toEqual([403, 'FOUR_EYES'])
  await does('accounts-supervisor', id, 'verify', { totalsHash: hash })
  expect((await step('everyone', files, id, 'approve')).body.rule).toBe('FOUR_EYES')
  expect((await does('services-manager', id, 'approve')).stage).toBe('approved')
})

test('the person who verified a file does not approve it', async () => {
  const { id } = await fileAt('estimated', await fresh())
  await does('everyone', id, 'verify', { totalsHash: await totalsHash(id) })
  const own = await step('everyone', files, id, 'approve')
  expect([own.status, own.body.rule]).toEqual([403, 'FOUR_EYES'])
})

test('a second estimate by somebody else does not free the first person', async () => {
  const { id } = await fileAt('record-received', await fresh())
  await does('everyone', id, 'estimate', { lines: vectorLines })
  await does('accountant', id, 'estimate', { lines: vectorLines })
  const verify = await step('everyone', files, id, 'verify', { totalsHash: await totalsHash(id) })
  expect(verify.body.rule).toBe('FOUR_EYES')
})

test('the person who verified does not change the amounts afterwards', async () => {
  const { id } = await fileAt('estimated', await fresh())
  await does('everyone', id, 'verify', { totalsHash: await totalsHash(id) })
  expect((await step('everyone', files, id, 'estimate', { lines: vectorLines })).body.rule).toBe('FOUR_EYES')
})

test('the same person may take the same step again', async () => {
  const { id } = await fileAt('verified', await fresh())
  await does('accounts-supervisor', id, 'return', { reason: 'Line 1 is doubtful' })
  await does('accountant', id, 'estimate', { lines: vectorLines })
  await does('accounts-supervisor', id, 'verify', { totalsHash: await totalsHash(id) })
  expect((await read(id)).signedBy).toHaveLength(2)
})

test('a bulk change applies the same rules to each file', async () => {
  const others = await Promise.all([1, 2, 3].map(async () => fileAt('verified', await fresh())))
  const own = await fileAt('record-received', await fresh())
  await does('everyone', own.id, 'estimate', { lines: vectorLines })
  await does('accounts-supervisor', own.id, 'verify', { totalsHash: await totalsHash(own.id) })
  const ids = [...others.map(({ id }) => id), own.id]
  const started = await as('everyone')('POST /api/settlement-files/bulk', { ids, action: 'approve' })
  expect(started.status).toBe(202)
  await runJob(started.body.job, Date.now() + 20_000)
  const job = (await as('everyone')(`GET /api/jobs/${started.body.job}`)).body
  expect(job).toMatchObject({ status: 'done', done: 4, failed: 1 })
  const message = expect.stringContaining('You took the step “estimate” yourself')
  const refusal = { rule: 'FOUR_EYES', parameters: { taken: 'estimate' } }
  expect(job.errors).toEqual([{ id: own.id, refusal, message }])
  const stages = await Promise.all(ids.map(async (id) => (await read(id)).stage))
  expect(stages).toEqual(['approved', 'approved', 'approved', 'verified'])
})

test('the supervisor and the manager together void a file, one of them alone does not', async () => {
  const { id } = await fileAt('estimated', await fresh())
  const reason = { reason: 'The visit was cancelled' }
  const requested = await does('accounts-supervisor', id, 'void', reason)
  expect(requested).toMatchObject({ stage: 'estimated', voidRequestedBy: world().userIds['accounts-supervisor'] })
  const again = await step('accounts-supervisor', files, id, 'void', reason)
  expect([again.status, again.body.rule]).toEqual([403, 'FOUR_EYES'])
  expect((await does('services-manager', id, 'void', reason)).stage).toBe('void')
  expect((await step('accountant', files, id, 'estimate', { lines: vectorLines })).body.rule).toBe('STATE')
})

test('a step of the chain declines a request to void, and a void needs both offices', async () => {
  const { id } = await fileAt('estimated', await fresh())
  await does('everyone', id, 'void', { reason: 'Doubtful' })
  const verified = await does('accounts-supervisor', id, 'verify', { totalsHash: await totalsHash(id) })
  expect(verified.voidRequestedBy).toBeUndefined()
  await does('services-manager', id, 'void', { reason: 'Doubtful' })
  expect((await does('everyone', id, 'void', { reason: 'Doubtful' })).stage).toBe('void')
})
