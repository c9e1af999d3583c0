import { expect, test, vi } from 'vitest'
import { dataProvider } from '#admin/provider/data.ts'
import { httpClient } from '#admin/provider/http.ts'
import { onStorageRefused } from '#admin/provider/storage.ts'
import { byRule } from '#test/admin/fake/panel.ts'

const session = { token: async () => 'token', renew: async () => undefined }
/** A panel whose every request is answered in one way. */
const panelOf = (status: number, body: object) => {
  const fetcher: typeof fetch = async () => new Response(JSON.stringify(body), { status })
  return dataProvider('/api', httpClient(session, fetcher, byRule), byRule)
}
const full = { status: 'storage full', rule: 'STORAGE_FULL', detail: 'There is no space left on the disk.' }

test('health tells the panel of the disk, and of nothing else', async () => {
  expect(await panelOf(503, full).storageFault()).toBe('STORAGE_FULL')
  expect(await panelOf(200, { status: 'ok' }).storageFault()).toBeUndefined()
  expect(await panelOf(503, { status: 'store unreachable', rule: 'STORE_SILENT' }).storageFault()).toBeUndefined()
})

test('a write that is refused for the disk has health asked at once, and an answer of health does not', async () => {
  const listener = vi.fn()
  const stop = onStorageRefused(listener)
  await panelOf(503, full).storageFault()
  expect(listener).not.toHaveBeenCalled()
  await expect(panelOf(503, { rule: 'STORAGE_FULL' }).act('cases', 'case_1', 'close')).rejects.toThrow()
  await expect(panelOf(409, { rule: 'STATE' }).act('cases', 'case_1', 'close')).rejects.toThrow()
  expect(listener).toHaveBeenCalledOnce()
  stop()
})
