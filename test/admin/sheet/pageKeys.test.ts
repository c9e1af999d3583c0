import { expect, test } from 'vitest'
import { actionOf, pageActionOf } from '#admin/sheet/edit/shortcuts.ts'

const press = (key: string, code: string, held = {}) => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: true, shiftKey: false },
  ...held,
})

test.each([
  ['a Latin keyboard', 'n'],
  ['an Arabic one', 'ى'],
  ['one where Alt makes another letter', '˜'],
])('the keys of every page are found by their place on %s', (_, key) => {
  expect(pageActionOf(press(key, 'KeyN'))).toBe('newCase')
})

test('without Alt they are letters, and the sheet leaves them to the page', () => {
  expect(pageActionOf(press('n', 'KeyN', { altKey: false }))).toBeUndefined()
  expect(pageActionOf(press('c', 'KeyC', { altKey: false, ctrlKey: true }))).toBeUndefined()
  expect(actionOf(press('n', 'KeyN'), false)).toBeUndefined()
})
