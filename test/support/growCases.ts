import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import { Case } from '#shared/entities/case.ts'

const day = 86_400_000
const newest = Date.parse('2026-11-20T08:00:00Z')

/** Values that all new cases share. */
export interface SharedValues {
  readonly siteId: string
  readonly patientId: string
  readonly ownerId?: string
}

/** Adds cases number `from` to `to`, spread over two years, a fifth of them major. */
export async function growCases(from: number, to: number, shared: SharedValues): Promise<void> {
  for (let index = from; index < to; index += 500) {
    const context = contextFor(product, 'demo', '2026-11-20T12:00:00.000Z', 'grow')
    const one = (n: number) =>
      planCreate(context, Case, {
        ...Case.example,
        ...shared,
        ...(n % 5 ? { severity: 'routine' } : { severity: 'major', majorReasons: ['hospital-incident'] }),
        receivedAt: new Date(newest - ((n * 7) % 730) * day - n * 10).toISOString(),
      })
    await saveMany(
      context,
      await Promise.all(Array.from({ length: Math.min(500, to - index) }, (_, n) => one(index + n))),
    )
  }
}
