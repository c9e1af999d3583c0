import { expect, test } from 'vitest'
import { Titles } from '#admin/sheet/titles.ts'
import { reference } from '#shared/declaration/field.ts'

const names: Record<string, string> = { user_1: 'Huda Nasser', user_2: 'Omar Aziz', user_3: 'Omar Aziz' }
const provider = {
  getMany: async (_resource: string, { ids }: { ids: string[] }) => ({
    data: ids.map((id) => ({ id, name: names[id] })),
  }),
  page: async () => ({ rows: [] }),
}

test('a title finds its record, and none where two records have it', async () => {
  const titles = new Titles(provider as never, () => {})
  const owner = { name: 'ownerId', field: reference('users'), isEditable: true }
  await titles.need(
    [owner],
    Object.keys(names).map((ownerId) => ({ ownerId })),
  )
  expect(titles.idOf('users', 'Huda Nasser')).toBe('user_1')
  expect(titles.idOf('patients', 'Huda Nasser')).toBeUndefined()
  expect(titles.idOf('users', 'Omar Aziz')).toBeUndefined()
  expect(titles.titleOf('users', 'user_3')).toBe('Omar Aziz')
})
