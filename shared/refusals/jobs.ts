import type { RefusalEntries } from './entry.ts'

/** Refusals about jobs, exports, uploads and kept files. */
export const jobs = {
  JOB_FINISHED: [409, 'This job has already ended.'],
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
