import type { RefusalEntries } from './entry.ts'

/** Refusals about files that are imported. */
export const imports = {
  SAME_ROW: [422, 'Row %{row} is about the same record.'],
  LONG_ROW: [422, 'The row has more cells than the file has columns.'],
  ROW_LARGE: [
    422,
    'The row holds %{size} kB; %{limit} kB are possible. Shorten it: the file of refused rows shows only its beginning.',
  ],
  CHECK_UNKNOWN: [422, 'No check of this file with these columns has ended. Check the file again.'],
  CHECK_OUTDATED: [409, 'The record changed after the check, so the row was left out. Check the file again.'],
  FILE_EMPTY: [422, 'The file has no rows below the names of its columns.'],
  FILE_WIDE: [422, 'The file has more than %{limit} columns.'],
  FILE_LONG: [422, 'The file has more than %{limit} rows. Split it.'],
  FILE_BROKEN: [422, 'Line %{line} has a quotation mark too many or too few.'],
  WORKBOOK_BROKEN: [
    422,
    'The workbook cannot be read: it is damaged, or protected by a password. Save it again as XLSX or as CSV.',
  ],
  WORKBOOK_LARGE: [422, 'Unpacked, the workbook holds more than an import takes. Send it in parts, or as CSV.'],
  SHEET_HEAD: [422, 'The first row of the sheet is empty. Put the names of the columns there.'],
  CELL_FAULT: [422, 'The cell shows an error of a formula. Mend it in the workbook.'],
  SITE_NEEDED: [422, 'Add a column with the site: a time or an amount is understood by it.'],
  MINOR_WHOLE: [
    422,
    '“%{column}” takes whole numbers of the smallest unit: 145000 for 1450.00. Without “Minor” in its name it takes decimals.',
  ],
  NUMBER_VAGUE: [422, '“%{text}” may be two numbers. Write it without a sign for thousands.'],
  SHEET_UNKNOWN: [422, 'The workbook has no sheet “%{sheet}”. It has: %{sheets}.'],
  COLUMN_NONE: [422, 'No column is called like a field. Possible: %{fields}.'],
  COLUMN_UNKNOWN: [422, 'The file has no column “%{column}”.'],
  COLUMN_TWICE: [422, 'Two columns are %{field}.'],
  COLUMN_MISSING: [422, 'A new record needs %{fields}, and no column is that.'],
  FIELD_UNKNOWN: [422, '“%{name}” is not a field.'],
  KEY_NONE: [422, 'No column tells which record a row is about. Possible: %{keys}.'],
  KEY_UNKNOWN: [422, 'Records cannot be found by that. Possible: %{keys}.'],
  KEY_MISSING: [422, 'The file has no column for %{key}.'],
} as const satisfies RefusalEntries
