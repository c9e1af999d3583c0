import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareWith } from '#test/bench/directus/beside.ts'
import { measureCases } from '#test/bench/measures/cases.ts'
import { measurePricing, measureSealing } from '#test/bench/measures/rules.ts'
import { measureSheet } from '#test/bench/measures/sheet.ts'
import { measureSize } from '#test/bench/measures/size.ts'
import { Figures } from './figures.ts'
import { comparisonTable, pageOf, type Report, readReport, writeReport } from './report.ts'

const usage = `npm run bench -- [--full] [--sizes 1000,10000] [--out FILE.json]
npm run bench -- cases [--sizes 10000,100000] [--out FILE.json]
npm run bench -- sheet [--sizes 1000,100000] [--out FILE.json]
npm run bench -- --beside URL [--token T] [--rows 100000] [--folder FOLDER] [--out FILE.json]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean' },
    sizes: { type: 'string' },
    out: { type: 'string' },
    beside: { type: 'string' },
    token: { type: 'string' },
    rows: { type: 'string' },
    folder: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const path = values.out ?? 'docs/benchmarks.json'
const at = new Date().toISOString().slice(0, 10)
let report = readReport(path)

/** Saves after every part, so that a run that is stopped has kept what it measured. */
const save = (more: Partial<Report>): void => {
  report = { ...report, ...more }
  writeReport(path, report)
  if (!values.out) writeFileSync('docs/benchmarks.md', pageOf(report))
}

if (values.beside) {
  const size = Number(values.rows ?? 100_000)
  const comparisons = await compareWith({ url: values.beside, token: values.token ?? '', size, folder: values.folder })
  save({ beside: { at, size, comparisons } })
  console.log(comparisonTable(comparisons).join('\n'))
} else if (positionals.includes('sheet')) {
  for (const size of values.sizes?.split(',').map(Number) ?? [1000, 100_000]) {
    console.log(`\n${size.toLocaleString('en')} rows`)
    save({ sheet: { ...report.sheet, [size]: { at, figures: await measureSheet(size) } } })
  }
} else if (positionals.includes('cases')) {
  for (const size of values.sizes?.split(',').map(Number) ?? [10_000, 100_000]) {
    console.log(`\n${size.toLocaleString('en')} cases`)
    save({ desk: { ...report.desk, [size]: { at, figures: await measureCases(size) } } })
  }
} else {
  const figures = new Figures(0)
  measurePricing(figures)
  await measureSealing(figures)
  save({ rules: { at, figures: figures.list } })
  const sizes = values.sizes?.split(',').map(Number) ?? [1000, 10_000, 100_000, ...(values.full ? [1_000_000] : [])]
  for (const size of sizes) {
    console.log(`\n${size.toLocaleString('en')} cases`)
    save({ sizes: { ...report.sizes, [size]: { at, figures: await measureSize(size) } } })
  }
}
console.log(`\nWritten to ${path}`)
process.exit(0)
