import { expect, test, vi } from 'vitest'
import type { KeptPreference } from '#admin/provider/contract.ts'
import { PreferenceStore } from '#admin/provider/preferences.ts'

/** A server that keeps choices of one person, and the requests it was sent. */
function server(kept: KeptPreference[] = []) {
  const requests: KeptPreference[] = []
  const keepPreference = async ({ id = `pref_${kept.length}`, name, value }: Partial<KeptPreference>) => {
    const choice = { id, name: String(name), value }
    requests.push(choice)
    const index = kept.findIndex((each) => each.name === name)
    kept.splice(index < 0 ? kept.length : index, 1, choice)
    return id
  }
  return { kept, requests, preferences: async () => [...kept], keepPreference }
}

test('what was chosen on another machine is read, and what is chosen here meanwhile stands', async () => {
  const own = server([
    { id: 'pref_a', name: 'a', value: 1 },
    { id: 'pref_b', name: 'b', value: 1 },
  ])
  const store = new PreferenceStore('user_1', own)
  const reading = store.read()
  store.choose('b', 2)
  await reading
  expect([store.isRead, store.get('a'), store.get('b')]).toEqual([true, 1, 2])
  await store.save()
  expect(own.requests).toEqual([{ id: 'pref_b', name: 'b', value: 2 }])
})

test('many choices within a second are one request, of the last; the same choice again is none', async () => {
  vi.useFakeTimers()
  try {
    const own = server()
    const store = new PreferenceStore('user_1', own)
    for (const width of [100, 110, 120]) store.choose('widths', { width })
    await vi.advanceTimersByTimeAsync(1000)
    store.choose('widths', { width: 120 })
    await vi.advanceTimersByTimeAsync(5000)
    expect(own.requests).toEqual([{ id: 'pref_0', name: 'widths', value: { width: 120 } }])
  } finally {
    vi.useRealTimers()
  }
})

test('what could not be saved stays chosen, and is saved with the next choice', async () => {
  const own = server()
  const failing = { ...own, keepPreference: vi.fn(own.keepPreference).mockRejectedValueOnce(new Error('offline')) }
  const store = new PreferenceStore('user_1', failing)
  store.choose('a', 1)
  await store.save()
  expect([store.get('a'), own.requests]).toEqual([1, []])
  store.choose('b', 2)
  await store.save()
  expect(own.kept.map(({ name, value }) => [name, value])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})
