import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'
import { pageWith } from './bundle.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await pageWith(browser, '#admin/sheet/clipboard/readClipboard.ts')
}, 60_000)
afterAll(() => browser?.close())

/** Reads clipboards by the browser's own parser; a covered cell is null. */
const readAll = (
  clipboards: { html: string; text: string }[],
): Promise<{ rows: (string | null)[][]; hidden: number }[]> =>
  page.evaluate((all) => {
    const read = Reflect.get(window, 'tested').readClipboard
    return all.map((each) => JSON.parse(JSON.stringify(read(each), (_, value) => (value === undefined ? null : value))))
  }, clipboards)
const read = async (html: string, text = '') => (await readAll([{ html, text }]))[0]

/** As Excel frames what it copies. */
const excel = (rows: string, columns = '') => `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} td {white-space:nowrap;} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse'>${columns}
<!--StartFragment-->
${rows}
<!--EndFragment-->
</table></body></html>`

test.each([
  [
    'cells of Excel, with its line breaks in the markup',
    excel(` <tr height=20 style='height:15.0pt'>
  <td height=20 width=64 style='height:15.0pt;width:48pt'>Huda
  Nasser</td><td class=xl65 align=right>12.50</td></tr>`),
    [['Huda Nasser', '12.50']],
  ],
  [
    'a long text of Excel over its empty neighbour',
    excel(`<tr><td colspan=2 style='mso-ignore:colspan'>long name</td><td>+966522222221</td></tr>`),
    [['long name', '', '+966522222221']],
  ],
  [
    'merged cells of Excel',
    excel(`<tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>+966500000001</td><td></td></tr>`),
    [
      ['A', 'B', null],
      [null, '+966500000001', ''],
    ],
  ],
  [
    'a cell of two lines and a number kept as text',
    excel(
      `<tr><td>Ward 3<br style='mso-data-placement:same-cell'>Bed 4</td><td style='mso-number-format:"\\@"'>007</td></tr>`,
    ),
    [['Ward 3\nBed 4', '007']],
  ],
  [
    'columns and rows that Excel hides',
    excel(
      `<tr><td>a</td><td>b</td><td>c</td></tr><tr style='display:none'><td>d</td><td>e</td><td>f</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td><td></td><td></td></tr><![endif]>`,
      `<col width=64><col width=0 style='display:none;mso-width-source:userset'><col width=64>`,
    ),
    [['a', 'c']],
  ],
  [
    'LibreOffice Calc',
    `<!DOCTYPE html><html><head><title></title><meta name="generator" content="LibreOffice 24.2 (Linux)"/>
<style type="text/css">body,div,table { font-family:"Liberation Sans" }</style></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup><colgroup span="2" width="64"></colgroup>
<tr><td height="17" align="left"><font face="Liberation Sans">هدى ناصر</font></td>
<td align="right" sdval="7" sdnum="1033;"><b>7</b></td><td align="left"><br></td></tr></table></body></html>`,
    [['هدى ناصر', '7', '']],
  ],
  [
    'Google Sheets',
    `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup>
<tbody><tr style="height:21px;"><td style="overflow:hidden;" data-sheets-value="{&quot;1&quot;:2}">Lina&nbsp;Aziz</td><td>&nbsp;</td></tr></tbody></table>`,
    [['Lina Aziz', '']],
  ],
  [
    'Word, with paragraphs in its cells',
    `<html><head><style>p.MsoNormal {margin:0}</style></head><body lang=EN-GB><!--StartFragment--><table class=MsoTableGrid border=1>
<tr><td width=301 valign=top><p class=MsoNormal><span>Adel <b>Karam</b><o:p></o:p></span></p></td>
<td><p class=MsoNormal>first</p><p class=MsoNormal>second<o:p>&nbsp;</o:p></p></td></tr></table><!--EndFragment--></body></html>`,
    [['Adel Karam', 'first\nsecond ']],
  ],
  [
    'a table of a web page, with a head and an icon',
    `<table><thead><tr><th>Name</th><th>Age</th></tr></thead><tbody><tr><td>  Adel   <i hidden>x</i> Karam </td>
<td><script>1</script>7<svg><title>seven</title></svg></td></tr></tbody></table>`,
    [
      ['Name', 'Age'],
      ['Adel Karam', '7'],
    ],
  ],
  ['two tables, one below the other', '<table><tr><td>a</table><table><tr><td>b</table>', [['a'], ['b']]],
  [
    'a table in a cell',
    '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>',
    [['a\nb c', 'd']],
  ],
])('%s', async (_, html, rows) => {
  expect((await read(html))?.rows).toEqual(rows)
})

test('hidden cells with a text are counted', async () => {
  expect(await read('<table><tr hidden><td>a</td><td></td></tr><tr><td>b</td><td>c</td></tr></table>')).toEqual({
    rows: [['b', 'c']],
    hidden: 1,
  })
})

test('markup without a table, or with text beside it, is read as text', async () => {
  expect((await read('<p>a</p>', 'a\tb'))?.rows).toEqual([['a', 'b']])
  expect((await read('<h1>List</h1><table><tr><td>a</table>', 'List\na'))?.rows).toEqual([['List'], ['a']])
  expect((await read('<div>one</div><div>two</div>'))?.rows).toEqual([['one'], ['two']])
})

test('no markup makes it fail, however wrong or large its tables are', { timeout: 60_000 }, async () => {
  const part = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td rowspan=99999 colspan=1000>',
    '<td colspan=-1>',
    '<td rowspan=0>',
    '<td rowspan=x>',
    'a',
    '<br>',
    '&nbsp;',
    '<col span=9999 hidden>',
    '<p>',
    '<!--',
    '-->',
    '<td style="mso-ignore:colspan" colspan=3>',
    '"',
    '\t',
    '\u0000',
  )
  const samples = fc
    .sample(fc.array(part, { maxLength: 40 }), 500)
    .map((parts) => ({ html: parts.join(''), text: 'x' }))
  expect(await readAll(samples)).toHaveLength(500)
  const tall = `<table>${'<tr><td rowspan=65534 colspan=1000>a'.repeat(2000)}</table>`
  expect((await read(tall, 'x'))?.rows).toEqual([['x']])
})
