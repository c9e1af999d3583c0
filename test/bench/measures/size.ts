import { redress } from '#test/bench/desk.ts'
import { Figures } from '#test/bench/figures.ts'
import { dataFolder } from '#test/bench/product/filledProduct.ts'
import { countOf } from '#test/bench/product/records.ts'
import { measureBulk } from './bulk.ts'
import { measureFollowing } from './changes.ts'
import { measureIdle } from './idle.ts'
import { measureLists } from './lists.ts'
import { measureMemory, measureStarts } from './starts.ts'
import { measureTogether } from './together.ts'
import { measureExports, measureImport } from './transfer.ts'

/** Letters of the product's last output that are shown when a step breaks off. */
const outputLength = 1000

/** Measures a whole product with so many cases through its front door, on a data folder of its own. */
export async function measureSize(size: number): Promise<Figures['list']> {
  const figures = new Figures(size)
  const { folder, remove } = dataFolder()
  try {
    const instance = await measureStarts(folder, size, figures)
    try {
      measureMemory(instance, 'just started', figures, true)
      await measureLists(redress(instance.person), size, figures)
      measureMemory(instance, 'after the lists', figures, true)
      // What asks comes before what changes, and what nothing else could run beside comes last.
      const steps: Readonly<Record<string, () => Promise<void>>> = {
        exports: () => measureExports(instance, size, figures),
        'people at once': () => measureTogether(instance, size, figures),
        following: () => measureFollowing(instance, figures),
        'the bulk change': () => measureBulk(instance, size, figures),
        'the import': () => measureImport(instance, size, figures),
        idling: async () => measureIdle(instance, await countOf(instance.person, { isOpen: true }), figures),
      }
      for (const [name, step] of Object.entries(steps))
        await step().catch((error) => {
          figures.refuse(`${name} broke off`, String(error))
          console.error(instance.product.output().slice(-outputLength))
        })
      measureMemory(instance, 'at the end', figures)
    } finally {
      await instance.stop()
    }
  } finally {
    remove()
  }
  return figures.list
}
