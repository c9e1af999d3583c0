import * as z from 'zod'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { documentKinds, type SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Upload } from '#shared/entities/upload.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { OtherUpdate, Situation } from '#shared/rules/decision.ts'

type Documents = NonNullable<SettlementFile['documents']>

/** The documents of a file after a step, and the uploads that it uses up. */
interface Attachment {
  readonly documents: Documents
  readonly updates: readonly OtherUpdate[]
  /** Whether the form of the step was sent; what it does not name yet is then missing. */
  readonly isSent: boolean
}

const sent = z.array(z.looseObject({ kind: z.enum(documentKinds), uploadId: z.string() }))

/** Adds the uploads that a step names to the documents of a file, each once; what is attached stays. */
export function attachedDocuments({ record, body, related }: Situation): Attachment | Refusal {
  const file: AnyRecord & Partial<SettlementFile> = record
  const known = file.documents ?? []
  // Before the form of a step is open, the panel asks with the record's own list, or with a text where there is none.
  const given = sent.safeParse(body.documents ?? [])
  const isOwn = body.documents !== undefined && body.documents === file.documents
  if (!given.success || isOwn) return { documents: known, updates: [], isSent: false }
  const uploads = (related.uploads ?? []) as readonly (AnyRecord & Upload)[]
  const fresh: Documents = []
  for (const { kind, uploadId } of given.data) {
    const upload = uploads.find(({ id }) => id === uploadId)
    if (!upload) return refuse('UPLOAD_ABSENT')
    const { name, type, bytes, sha256 } = upload
    if (fresh.some((each) => each.uploadId === uploadId)) return refuse('UPLOAD_USED', { name })
    fresh.push({ kind, file: name, type, bytes, sha256, uploadId })
  }
  const use = ({ uploadId }: Documents[number]): OtherUpdate => ({
    resource: 'uploads',
    id: uploadId ?? '',
    step: 'use',
    body: { usedFor: record.id },
  })
  return { documents: [...known, ...fresh], updates: fresh.map(use), isSent: true }
}
