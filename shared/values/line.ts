/** What ends a line or moves to a column; more than one of them in a row are one space. */
const breaks = /[\t-\r\u0085\u2028\u2029]+/g

// Marks of direction, soft hyphens, spaces of no width and tags. Joiners stay: Persian and Hindi names are written with them.
const marks = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

// Blanks at which no line ends, which web pages and word processors put for the one on a keyboard.
const fixedBlanks = /[\u00a0\u2007\u202f]/g

/** A text as one line: breaks and fixed blanks are spaces, and marks that would turn or hide what stands beside it are gone. */
export const asLine = (text: string): string => text.replace(breaks, ' ').replace(fixedBlanks, ' ').replace(marks, '')

/** An identifier as it is kept: one line of what people see, with single spaces. */
export const asIdentifier = (text: string): string =>
  asLine(text)
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')

/** A text for the header of a mail or of an answer, whatever it came from: one line without any control character. */
export const asHeader = (text: string): string =>
  asLine(text)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
