import { packageOf, type Source } from './sources.ts'

/** The rooms of the platform in their order: each knows only those before it, and itself. */
const platformRooms: readonly string[] = ['aws', 'store', 'projection', 'http', 'records', 'jobs', 'routes']

/** What infrastructure may import of the functions besides naming an entry point by its path: the table's shape. */
const tableShape = ['functions/platform/store/table.ts', 'functions/platform/store/keys.ts']

/** What a command asks of a table or its file before it touches it, and of the lists made from it after that. */
const storeChecks = [
  'functions/platform/store/layout.ts',
  'functions/platform/projection/file/soundness.ts',
  'functions/platform/projection/file/listedRecords.ts',
]

/** The one way to a SQLite file, and the one file outside the projection that goes it: the copy of the engine's file. */
const sqlitePort = 'functions/platform/projection/file/sqlite.ts'
const recordsCopy = 'infra/local/backup/recordsCopy.ts'

/** The file of a noun that other rooms may call. */
const publicFile = 'operations.ts'

const partOf = (path: string): string => path.split('/')[0] ?? ''
const roomOf = (path: string): string => path.split('/')[1] ?? ''
const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`))

/** Why a file may not import one of our own modules, as a sentence; undefined when it may. */
function forbidden(path: string, module: string): string | undefined {
  switch (partOf(path)) {
    case 'shared':
      return isIn(module, 'shared') ? undefined : 'shared knows zod and itself.'
    case 'functions':
      return isIn(module, 'functions', 'shared') ? forbiddenInFunctions(path, module) : 'functions know only shared.'
    case 'admin':
      return isIn(module, 'admin', 'shared') ? undefined : 'the panel speaks to the API and knows shared.'
    case 'infra':
      if (isIn(module, 'infra', 'shared') || tableShape.includes(module)) return undefined
      if (module === sqlitePort && path === recordsCopy) return undefined
      if (isIn(path, 'infra/aws')) return 'stacks name a function by its path, so that synthesis loads no behaviour.'
      return isIn(module, 'functions/lambdas', 'demo') ||
        module.endsWith(`/${publicFile}`) ||
        storeChecks.includes(module)
        ? undefined
        : 'infrastructure starts entry points, the demo, what a room makes public, and checks a table or its file.'
    case 'demo':
      return isIn(module, 'demo', 'functions', 'shared') ? undefined : 'the demo is content on top of the functions.'
    default:
      return undefined
  }
}

function forbiddenInFunctions(path: string, module: string): string | undefined {
  if (!isIn(module, 'functions')) return undefined
  const [from, to] = [roomOf(path), roomOf(module)]
  if (from === 'lambdas') return undefined
  if (to === 'lambdas') return 'nothing calls an entry point.'
  if (from === 'platform') return to === 'platform' ? outOfOrder(path, module) : 'the platform knows no noun.'
  if (to === 'platform' || from === to || module.endsWith(`/${publicFile}`)) return undefined
  return `a room calls another one only through its ${publicFile}.`
}

function outOfOrder(path: string, module: string): string | undefined {
  const orderOf = (file: string): number => platformRooms.indexOf(file.split('/')[2] ?? '')
  const [from, to] = [orderOf(path), orderOf(module)]
  if (from < 0 || to < 0) return 'the platform has only its seven rooms.'
  return to <= from ? undefined : `${platformRooms[from]} comes before ${platformRooms[to]}.`
}

/** Packages that one place alone may import: what they are, and that place. */
const singlePlaces: readonly {
  readonly what: string
  readonly isPackage: (name: string) => boolean
  readonly isPlace: (path: string) => boolean
}[] = [
  {
    what: 'the database SDK',
    isPackage: (name) => /^@aws-sdk\/.*dynamodb/.test(name),
    isPlace: (path) => isIn(path, 'functions/platform/store'),
  },
  {
    what: 'the SQLite engine',
    isPackage: (name) => name === '@photostructure/sqlite',
    isPlace: (path) => isIn(path, 'functions/platform/projection'),
  },
  {
    what: 'middy',
    isPackage: (name) => name.startsWith('@middy/'),
    isPlace: (path) => isIn(path, 'functions/platform/http'),
  },
  {
    what: 'the AWS SDK',
    isPackage: (name) => name.startsWith('@aws-sdk/'),
    isPlace: (path) => isIn(path, 'functions/platform', 'infra'),
  },
  {
    what: 'the CDK',
    isPackage: (name) => /^(aws-cdk-lib|constructs|cdk-nag)$/.test(name),
    isPlace: (path) => isIn(path, 'infra/aws'),
  },
  { what: 'React', isPackage: (name) => /^react/.test(name), isPlace: (path) => isIn(path, 'admin') },
  {
    what: 'zod',
    isPackage: (name) => name === 'zod',
    isPlace: (path) => isIn(path, 'shared', 'functions', 'infra/local'),
  },
]

/** Every import that the law forbids, as a sentence each. Tests may import what they test. */
export function forbiddenImports(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => !isIn(path, 'test') && path !== 'admin/vite.config.ts')
    .flatMap(({ path, imports }) =>
      imports.flatMap((module) => {
        const name = packageOf(module)
        const why = name === undefined ? nodeOrOwn(path, module) : packageRefused(path, name)
        return why === undefined ? [] : [`${path} imports ${module}: ${why}`]
      }),
    )
}

function nodeOrOwn(path: string, module: string): string | undefined {
  if (!module.startsWith('node:')) return forbidden(path, module)
  const isScript = path.endsWith('.mjs')
  return isIn(path, 'shared', 'admin') && !isScript ? 'shared and the panel run in a browser.' : undefined
}

function packageRefused(path: string, name: string): string | undefined {
  if (isIn(path, 'shared') && name !== 'zod') return 'shared knows zod and itself.'
  const place = singlePlaces.find(({ isPackage, isPlace }) => isPackage(name) && !isPlace(path))
  return place && `${place.what} is imported in one place, and this is not it.`
}

/** Circles of files that import each other, each as its files in order. */
export function circles(files: readonly Source[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path)
    if (start >= 0) found.push([...way.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const module of byPath.get(path)?.imports ?? []) if (byPath.has(module)) visit(module, [...way, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return found
}

/** Files that a folder shows at the most. */
export const folderLimit = 20

// Each file there is one noun with its words beside it: nothing divides it further.
const dividedByNoun = 'shared/entities'

/** Folders of more files than a reader takes in at once, which a noun would divide. */
export function crowdedFolders(files: readonly Source[]): string[] {
  const counts = new Map<string, number>()
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (folder !== dividedByNoun) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > folderLimit)
    .map(([folder, count]) => `${folder} shows ${count} files.`)
}
