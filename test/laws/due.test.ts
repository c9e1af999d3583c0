import { expect, test } from 'vitest'
import { sources } from './sources.ts'

/** Files that may read what is due: each lets one thing that fails wait, and goes on with the others. */
const readers = [
  'functions/platform/store/readIndex.ts',
  'functions/platform/store/items/deliveryItems.ts',
  'functions/platform/jobs/due/dueWork.ts',
  'functions/platform/jobs/queue.ts',
]

test('no tick reads what is due past the one place where each thing is worked on by itself', () => {
  const strays = sources('functions').filter(
    ({ path, text }) => /\bdue(Ids|Entries)\b/.test(text) && !readers.includes(path),
  )
  expect(
    strays.map(({ path }) => `${path} works on what is due. Write it as dueTick({ tick, work }) instead.`),
  ).toEqual([])
})
