import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** One source file: its path from the root, its text, and what it imports. */
export interface Source {
  readonly path: string
  readonly text: string
  /** Modules as paths from the root (`shared/api/listQuery.ts`), or as package names. */
  readonly imports: readonly string[]
}

/** The top folders that hold code. */
export const codeFolders = ['shared', 'functions', 'admin', 'infra', 'demo', 'test'] as const

// A statement at the start of a line, or a call; words such as `from` inside a text are none.
const specifier =
  /^\s*(?:import|export)\s(?:[^'"`;=]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"`]([^'"`\n]+)['"`]/gm

/** Every TypeScript, JavaScript and style source below some folders; generated and hidden folders left out. */
export function sources(...folders: string[]): Source[] {
  return folders.flatMap((folder) => walk(join(root, folder))).map(read)
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return walk(path)
    return /\.(tsx?|mjs|js|css)$/.test(entry.name) ? [path] : []
  })
}

const read = (file: string): Source => sourceOf(relative(root, file), readFileSync(file, 'utf8'))

/** A source from its path and text, as the laws see it; a broken sample is made by this too. */
export function sourceOf(path: string, text: string): Source {
  const imports = path.endsWith('.css')
    ? []
    : [...text.matchAll(specifier)].map(([, name, called]) => resolved(path, name ?? called ?? ''))
  return { path, text, imports }
}

function resolved(path: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? join(dirname(path), name) : name
}

/** The package a module belongs to, or undefined for one of our own and of Node. */
export function packageOf(module: string): string | undefined {
  const isOwn = codeFolders.some((folder) => module.startsWith(`${folder}/`))
  if (isOwn || module.startsWith('node:')) return undefined
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/')
}
