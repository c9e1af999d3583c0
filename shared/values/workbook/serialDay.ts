/** Milliseconds of a day. */
const dayMs = 86_400_000

/** Serial number of 1 January 1970. */
const epochSerial = 25_569

/** The first day on which all spreadsheets agree, 1 March 1900, and the day after the last one that they know. */
const firstSerial = 61
const endSerial = 2_958_466

/** Whether a serial number is a day that every spreadsheet shows alike. */
const isShared = (serial: number): boolean => serial >= firstSerial && serial < endSerial

/** The serial number of a wall clock in milliseconds since 1970, in days; undefined for one that spreadsheets show otherwise. */
export function serialOf(wall: number): number | undefined {
  const serial = wall / dayMs + epochSerial
  return isShared(serial) ? serial : undefined
}

/** The wall clock of a serial number, in milliseconds since 1970; undefined for one that spreadsheets show otherwise. */
export const wallOf = (serial: number): number | undefined =>
  isShared(serial) ? Math.round((serial - epochSerial) * dayMs) : undefined

/** The time of day that a part of a day is, as `14:05`. */
export const timeOf = (part: number): string => new Date(Math.round(part * dayMs)).toISOString().slice(11, 16)
