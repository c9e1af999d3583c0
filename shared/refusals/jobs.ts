import type { RefusalEntries } from './entry.ts'

/** Refusals about jobs, exports, uploads and kept files. */
export const jobs = {
  JOB_FINISHED: [409, 'This job has already ended.'],
  JOB_RUNNING: [409, 'This job is still at work. Stop it first, or wait until it has ended.'],
  UNDO_STEP: [409, 'A step that was taken cannot be undone, for what followed from it stands.', true],
  UNDO_NOTHING: [409, 'This job changed nothing that can be undone.', true],
  UNDO_RUNNING: [409, 'It is being undone already.'],
  UNDO_DONE: [409, 'Everything that this job changed has been undone already.', true],
  UNDO_TWICE: [409, 'An undo cannot be undone itself. Make the change again.', true],
  CHANGED_SINCE: [409, 'Somebody has changed it since (%{fields}). It was left as it is.'],
  EXPORT_TOO_LONG: [409, 'An export holds %{limit} rows at the most. Nothing was written; narrow the filter.'],
  PAPER_WIDE: [422, 'A page holds %{limit} columns at the most. Choose fewer columns, or export a workbook.'],
  EXPORT_BROKEN: [500, 'The file did not read back as it was written, and was not kept. Export again.'],
  UPLOAD_LARGE: [422, 'The file is larger than %{megabytes} MB. Make it smaller, or send it in parts.'],
  UPLOAD_ABSENT: [409, 'A file has not arrived, or was removed because a day passed. Choose it again.'],
  UPLOAD_USED: [409, '“%{name}” is attached already. Choose another file.'],
  UPLOAD_DIFFERS: [409, '“%{name}” did not arrive as it was sent. Nothing was attached; choose it again.'],
  UPLOAD_TYPE: [
    422,
    '“%{name}” is not the kind of file that it says it is, or none that is taken here. Nothing was kept.',
  ],
  FILE_OR_UPLOAD: [422, 'Give either the text of a file, or the upload that brought it.'],
  NOT_A_CHECKSUM: [422, 'This is not a SHA-256 in hexadecimal.'],
  FILE_ABSENT: [404, 'This record keeps no file at that place.'],
  FILE_SCANNING: [409, '“%{name}” is still being checked for malware. Open it again in a minute.'],
  FILE_INFECTED: [409, 'Malware was found in “%{name}”. It stays closed; ask the sender for a clean copy.', true],
  FILE_UNSCANNED: [
    409,
    '“%{name}” could not be checked for malware, such as for a password. It stays closed; send it again without one.',
    true,
  ],
  FILE_BUSY: [503, 'The file is being opened by many at once. Try again.'],
  CELL_LONG: [409, 'A text in “%{name}” is too long for a workbook. Leave the column out, or export as CSV.'],
} as const satisfies RefusalEntries
