import type { Upload, uploadPurposes } from '#shared/entities/upload.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'
import { tableType, workbookType } from '#shared/values/contentType.ts'

/** Megabytes a file may have, by what it is for. */
export const uploadMegabytes: Readonly<Record<(typeof uploadPurposes)[number], number>> = {
  document: 25,
  import: 100,
}

/** Why a file is too large for its purpose. */
export function largeRefusal({ purpose = 'document', bytes = 0 }: Partial<Upload>): Refusal | undefined {
  const megabytes = uploadMegabytes[purpose]
  return bytes > megabytes * 1_000_000 ? refuse('UPLOAD_LARGE', { megabytes }) : undefined
}

/** Why a file is none that its purpose takes: a document is a PDF or a picture, an import a table or a workbook. */
function purposeRefusal({ purpose, type, name = '' }: Partial<Upload>): Refusal | undefined {
  const isTable = type === tableType || type === workbookType
  return (purpose === 'import') === isTable ? undefined : refuse('UPLOAD_TYPE', { name })
}

/** A file belongs to whoever announces it, and is no larger than its purpose allows. */
export const uploadRules: Rules = {
  derivation: {
    derive: ({ createdBy }, _links, _now, actor) => ({ createdBy: createdBy ?? actor.userId }),
    check: (upload, before) => (before ? undefined : (largeRefusal(upload) ?? purposeRefusal(upload))),
  },
  // A step on the record that takes the file uses it up; nobody does alone.
  actions: { use: { decide: ({ body }) => ({ changes: { usedFor: body.usedFor } }) } },
}
