import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receivedCase } from '#test/functions/cases/scene.ts'
import { useTable } from '#test/support/table.ts'
import { inHours, promise, promisesOf, step } from './scene.ts'

const world = useTable()

const bodies = {
  keep: { evidence: 'Called.' },
  break: { reason: 'Not done.' },
  cancel: { reason: 'Entered twice.' },
  renegotiate: { newDueAt: inHours(200), reason: 'She asked for it.' },
  'tell-patient': { toldHow: 'By phone' },
} as const

type PromiseAct = { readonly name: keyof typeof bodies; readonly of: number } | { readonly name: 'make' }

const command: fc.Arbitrary<PromiseAct> = fc.oneof(
  fc.constant({ name: 'make' } as const),
  fc.record({ name: fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])), of: fc.nat(7) }),
)

async function run(caseId: string, next: PromiseAct): Promise<number> {
  if (next.name === 'make') return (await promise(caseId)).status
  const { promises } = await promisesOf(caseId)
  const { id } = promises[next.of % Math.max(1, promises.length)] ?? {}
  return id === undefined ? 0 : (await step(id, next.name, bodies[next.name])).status
}

test('whatever happens to the promises of a case, it counts those that are open, each of which ends once', async () => {
  const histories = fc.array(fc.array(command, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(histories, async (moments) => {
      const caseId = await receivedCase(world().siteId, inHours(-1))
      for (const together of moments) {
        const answers = await Promise.all(together.map((next) => run(caseId, next)))
        expect(answers.every((status) => [0, 200, 201, 409, 412].includes(status))).toBe(true)
        const { promises, open, counted } = await promisesOf(caseId)
        expect(counted).toBe(open.length)
        const replaced = promises.filter(({ status }) => status === 'renegotiated').map(({ id }) => id)
        const replacements = promises.flatMap(({ renegotiatedFromId: from }) => from ?? [])
        expect(replacements.toSorted()).toEqual(replaced.toSorted())
        for (const { status, endedAt } of promises) expect(endedAt === undefined).toBe(status === 'open')
      }
    }),
    { numRuns: 15 },
  )
})
