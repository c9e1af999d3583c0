import { expect, test } from 'vitest'
import { runJobs } from '#functions/lambdas/jobs.ts'
import { Job } from '#shared/entities/job.ts'
import { Message } from '#shared/entities/message.ts'
import { Statement } from '#shared/entities/statement.ts'
import {
  askErasure,
  erased,
  erasureJob,
  fullPatient,
  recordNow,
  useListsOnDisk,
} from '#test/functions/patients/scene.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import { damage } from './scene.ts'

const world = useTable()
useFiles()
useListsOnDisk()

test('a record that cannot be read keeps an erasure from ending, and nothing else from being erased', async () => {
  const { patientId, caseId, statementId, messageId } = await fullPatient(world())
  expect((await askErasure(patientId)).status).toBe(200)
  const mend = await damage(caseId)
  await runJobs(Date.now() + 20_000)
  expect(await recordNow(Job, erasureJob(patientId))).toMatchObject({ isActive: true })
  expect((await recordNow(Statement, statementId)).narrative).not.toContain('Nobody')
  expect((await recordNow(Message, messageId)).to).toBeUndefined()
  await mend()
  await erased(patientId)
  expect((await recordNow(Job, erasureJob(patientId))).status).toBe('done')
})
