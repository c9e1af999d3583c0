// Measures the built panel: gzip of everything the first page needs, and of everything the sheet adds. Exits 1 over budget.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/panel/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'))

/** Chunks that loading one of these brings along, by following its static imports; style sheets included. */
const filesOf = (names) => {
  const chunks = new Set()
  const files = new Set()
  const visit = (name) => {
    const chunk = manifest[name]
    if (!chunk || chunks.has(name)) return
    chunks.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const name of names) visit(name)
  return files
}

const sizeOf = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length, 0)
const named = (...endings) => Object.keys(manifest).filter((name) => endings.some((ending) => name.endsWith(ending)))

// The grid fetches its parts by itself; its filter panel is switched off and never fetched.
const gridParts = Object.keys(manifest).filter(
  (name) => /revogrid.*\.entry\.js$/.test(name) && !name.includes('filter-panel'),
)
const first = filesOf(named('index.html', 'home/Home.tsx', 'entity/pages/EntityList.tsx'))
const sheet = filesOf([...named('sheet/Sheet.tsx'), ...gridParts])
const budgets = [
  { what: 'before the sheet', bytes: sizeOf(first), limit: 350 * 1024 },
  { what: 'the sheet', bytes: sizeOf([...sheet].filter((file) => !first.has(file))), limit: 120 * 1024 },
]

let isOver = gridParts.length === 0
for (const { what, bytes, limit } of budgets) {
  isOver ||= bytes > limit
  console.log(
    `${what.padEnd(18)} ${(bytes / 1024).toFixed(1)} KiB of ${limit / 1024} KiB gzip${bytes > limit ? '  OVER' : ''}`,
  )
}
process.exit(isOver ? 1 : 0)
