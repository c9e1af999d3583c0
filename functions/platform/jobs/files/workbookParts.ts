import type { ZipPart } from './zip.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Formats of amounts with none to four decimals, after those of days, instants and shares. */
const amountFormats = ['#,##0', '#,##0.0', '#,##0.00', '#,##0.000', '#,##0.0000']
const formats = ['yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd hh:mm', '0.00%', ...amountFormats]
/** The first number that a format of one's own may have. */
const firstFormat = 164
/** The built-in formats of text and of plain numbers. */
const asText = 49
const asNumber = 0

const xf = (format: number, more = '') => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${more}`

/** The styles in the order of `styles` of `workbookCell.ts`, behind the one that every workbook begins with. */
const stylesXml = () =>
  `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
    .map((code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${code}"/>`)
    .join(
      '',
    )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>${'<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'}<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>${'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'}<cellXfs count="${5 + formats.length}">${[
    xf(asNumber, '/>'),
    xf(asText, ' applyNumberFormat="1"/>'),
    xf(asText, ' applyNumberFormat="1" quotePrefix="1"/>'),
    xf(asText, ' applyNumberFormat="1" applyFont="1"/>').replace('fontId="0"', 'fontId="1"'),
    xf(asNumber, '/>'),
    ...formats.map((_, index) => xf(firstFormat + index, ' applyNumberFormat="1"/>')),
  ].join(
    '',
  )}</cellXfs>${'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'}</styleSheet>`

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

const relations = (...all: string[]) =>
  `${head}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`

const override = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${media}.${type}+xml"/>`

/** The path of the one sheet in a workbook. */
export const sheetPath = 'xl/worksheets/sheet1.xml'

/** The parts of a workbook with one sheet (ECMA-376, SpreadsheetML), the sheet last. */
export const workbookParts = (sheet: ZipPart['content']): ZipPart[] => [
  {
    name: '[Content_Types].xml',
    content: [
      `${head}<Types xmlns="${packaged}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      override('xl/workbook.xml', 'sheet.main'),
      override('xl/styles.xml', 'styles'),
      `${override(sheetPath, 'worksheet')}</Types>`,
    ],
  },
  { name: '_rels/.rels', content: [relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))] },
  {
    name: 'xl/workbook.xml',
    content: [
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>`,
      '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: [
      relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), relation('rId2', 'styles', 'styles.xml')),
    ],
  },
  { name: 'xl/styles.xml', content: [stylesXml()] },
  { name: sheetPath, content: sheet },
]

/** The beginning of a sheet whose first row stays in sight; its columns are as wide as people read them. */
export const sheetHead = (columns: number, direction: 'ltr' | 'rtl'): string =>
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${
    direction === 'rtl' ? ' rightToLeft="1"' : ''
  }><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${`<cols><col min="1" max="${Math.max(1, columns)}" width="20" customWidth="1"/></cols>`}<sheetData>`

/** The end of a sheet. */
export const sheetEnd = '</sheetData></worksheet>'
