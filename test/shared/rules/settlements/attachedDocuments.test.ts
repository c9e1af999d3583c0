import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { documentKinds } from '#shared/entities/settlementFile.ts'
import { Upload } from '#shared/entities/upload.ts'
import { isRefusal } from '#shared/refusals.ts'
import { attachedDocuments } from '#shared/rules/settlements/attachedDocuments.ts'

const actor = { userId: 'clerk', name: 'Clerk', roles: [], siteIds: [] }
const uploadOf = (id: string) => ({ ...Upload.example, id, version: 1, name: `${id}.pdf` })
const attach = (record: Partial<AnyRecord>, documents: unknown, ids: readonly string[]) =>
  attachedDocuments({
    record: { id: 'file_1', version: 1, ...record },
    body: documents === undefined ? {} : { documents },
    actor,
    now: '2026-11-10T09:00:00.000Z',
    related: { uploads: ids.map(uploadOf) },
  })

test('what is attached stays, new documents follow in order, and each uses up its upload', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { maxLength: 8 })
  const kind = fc.constantFrom(...documentKinds)
  const known = fc.array(fc.record({ kind, file: fc.constant('old.pdf'), sha256: fc.constant('a') }), { maxLength: 3 })
  fc.assert(
    fc.property(known, ids, kind, (documents, fresh, each) => {
      const sent = fresh.map((uploadId) => ({ kind: each, uploadId }))
      const answer = attach({ documents }, sent, fresh)
      if (isRefusal(answer)) throw new Error(answer.message)
      expect(answer.documents.slice(0, documents.length)).toEqual(documents)
      expect(answer.documents.slice(documents.length).map(({ uploadId }) => uploadId)).toEqual(fresh)
      expect(answer.updates).toEqual(
        fresh.map((id) => ({ resource: 'uploads', id, step: 'use', body: { usedFor: 'file_1' } })),
      )
    }),
  )
})

test('an upload that was not verified, or is named twice, attaches nothing', () => {
  const named = { kind: 'invoice', uploadId: 'abc' }
  expect(attach({}, [named], [])).toMatchObject({ rule: 'UPLOAD_ABSENT' })
  expect(attach({}, [named, named], ['abc'])).toMatchObject({ rule: 'UPLOAD_USED' })
})

test('before its form is open a step is not refused for documents that the form still adds', () => {
  const documents = [{ kind: 'invoice', uploadId: 'abc' }]
  expect(attach({ documents }, documents, [])).toMatchObject({ isSent: false, updates: [] })
  expect(attach({}, '…', [])).toMatchObject({ isSent: false })
  expect(attach({}, undefined, [])).toMatchObject({ isSent: true, documents: [] })
})
