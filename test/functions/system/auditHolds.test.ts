import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { closeKeyStep, destroyKeyStep } from '#functions/platform/store/persons/personKeys.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { anchorHeads } from '#functions/system/audit/anchorHeads.ts'
import { Patient } from '#shared/entities/patient.ts'
import { changed, newPerson, newRecord, now, onKeys, write } from '#test/functions/platform/store/persons/scene.ts'
import { useTable } from '#test/support/table.ts'
import { found } from './auditScene.ts'

useTable()

/** A new patient, with nothing of theirs that another one has. */
async function newPatient(id: string): Promise<void> {
  await write(newRecord(Patient, id, { ...Patient.example, siteId: 'site_one', memberNumber: id.slice(-20) }))
}
const words = fc.string({ minLength: 1, maxLength: 40 })

/** What happens to one patient, by several people who know nothing of each other. */
const lives = fc.array(
  fc.oneof(
    words.map((name) => ({ act: 'rename' as const, name })),
    words.map((name) => ({ act: 'rename with a reason' as const, name })),
    fc.constant({ act: 'anchor' as const, name: '' }),
    fc.constant({ act: 'erase' as const, name: '' }),
  ),
  { maxLength: 8 },
)

async function act(id: string, { act: what, name }: { act: string; name: string }): Promise<void> {
  const now = new Date().toISOString()
  if (what === 'anchor') await anchorHeads(now)
  else if (what === 'erase') await onKeys(closeKeyStep(id, now), destroyKeyStep(id, now))
  else {
    const before: StoredRecord | undefined = await getRecord(Patient, id, { consistent: true })
    if (before) await write(changed(Patient, before, { name }, what === 'rename' ? undefined : `Because ${name}`))
  }
}

// Of two writers at once one is refused, as is whoever writes about somebody who was erased.
const orRefused = (work: Promise<void>) => work.catch(() => undefined)

test('a history that nobody altered gives no finding, whoever writes, erases, anchors and verifies at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lives, { minLength: 1, maxLength: 4 }), async (patients) => {
      const ids = patients.map(newPerson)
      for (const id of ids) await newPatient(id)
      const live = async (steps: readonly { act: string; name: string }[], id = '') => {
        for (const step of steps) await orRefused(act(id, step))
      }
      const writers = patients.flatMap((steps, index) => [live(steps, ids[index]), live(steps, ids[index])])
      const during = await found()
      await Promise.all(writers)
      expect([during, await found()]).toEqual([[], []])
    }),
    { numRuns: process.env.REDRESS_FULL === '1' ? 60 : 12 },
  )
})

test('an anchor of a moment is right whoever writes at that moment', async () => {
  const id = newPerson()
  await newPatient(id)
  const writing = (async () => {
    for (let count = 0; count < 30; count++) await act(id, { act: 'rename', name: `Name ${count}` })
  })()
  for (let count = 0; count < 5; count++) await anchorHeads(now().origin.at)
  await writing
  await anchorHeads(now().origin.at)
  expect(await found()).toEqual([])
})
