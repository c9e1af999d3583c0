import type { Operation } from '#functions/platform/http/operation.ts'
import { type Move, moveFiles } from './moveFiles.ts'

const outOf: Move = {
  step: 'remove',
  waiting: (ids, batch) => ids.filter((id) => batch.fileIds?.includes(id)),
  fileChanges: () => ({ stage: 'approved', batchId: null }),
  idsAfter: (held, moved) => held.filter((id) => !moved.includes(id)),
}

/** Takes files out of an open batch; they are approved files again, and those that are not in it stay as they are. */
export const removeFiles: Operation = (request) => moveFiles(request, outOf)
