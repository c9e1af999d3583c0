import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { entryOf, projectFolder } from '#infra/bundle/bundle.ts'

/** What the code of one function asks of its surroundings, once everything it never calls is gone from it. */
export interface Uses {
  /** Actions of IAM: `dynamodb:GetItem`, `ses:SendEmail`. */
  readonly actions: readonly string[]
  /** Variables it reads, those apart that are there on one machine only. */
  readonly variables: readonly string[]
  /** Names of the table's indexes that it reads. */
  readonly indexes: readonly string[]
}

/** Variables of this machine alone and of Lambda itself, which no template sets. */
const unset = /^(LOG|AWS_\w+|PROJECTION_\w+|AUDIT_FOLDER|(DYNAMODB|S3|COGNITO|SES)_ENDPOINT)$/

const itemActions: Readonly<Record<string, string>> = { BatchGet: 'BatchGetItem', BatchWrite: 'BatchWriteItem' }
const inTransaction: Readonly<Record<string, string>> = { ConditionCheck: 'ConditionCheckItem' }

/** Actions behind a call that is signed by hand; a service that is missing here counts as all of its actions. */
const serviceActions: Readonly<Record<string, readonly string[]>> = {
  secretsmanager: ['secretsmanager:GetSecretValue'],
  ses: ['ses:SendEmail'],
  sns: ['sns:Publish'],
  sqs: ['sqs:SendMessage'],
  // Only an operator's tool asks it whether a MAC is right.
  kms: ['kms:GenerateMac'],
  // Its calls have names of their own, matchesOf below.
  'cognito-idp': [],
}

const matchesOf = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, it]) => it ?? '')),
]

/** Getters of `functions/platform/aws/env.ts` by name, each with the variable it reads. */
const getters = new Map(
  [
    ...readFileSync(join(projectFolder, 'functions/platform/aws/env.ts'), 'utf8').matchAll(
      /get (\w+)\(\) \{\s*return [^}]*?\b([A-Z][A-Z_]+)\b/g,
    ),
  ].map(([, getter = '', variable = '']) => [getter, variable] as const),
)

/** A text without the publishing of snapshots, which stands in every bundle that lists and which one tick alone calls. */
const withoutUncalled = (text: string): string =>
  /\bmaintainProjection\d* = /.test(text) ? text : text.replace(/async function publishSnapshot\d*\([\s\S]*?\n\}/, '')

/** What the removal of files below a folder asks for, all versions of them. */
const removalActions = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:ListBucket', 's3:ListBucketVersions']

function actionsIn(text: string): string[] {
  const commands = matchesOf(text, /\bnew (\w+?)Command\d*\(/g)
  const writes = commands.includes('TransactWrite') ? matchesOf(text, /\b(Put|Update|Delete|ConditionCheck): \{/g) : []
  const items = [...commands.filter((each) => each !== 'TransactWrite'), ...writes].map(
    (each) => itemActions[each] ?? inTransaction[each] ?? (each === 'Query' || each === 'Scan' ? each : `${each}Item`),
  )
  const services = matchesOf(text, /\baskService\d*\(\s*"([\w-]+)"/g)
  return [
    ...items.map((each) => `dynamodb:${each}`),
    ...services.flatMap((service) => serviceActions[service] ?? [`${service}:*`]),
    ...matchesOf(text, /"(Admin[A-Z][a-z]\w+)"/g).map((call) => `cognito-idp:${call}`),
    ...(/(?<!function )\b(putFile|putNewFile|copyFile|presignedPut)\d*\(/.test(text) ? ['s3:PutObject'] : []),
    ...(/(?<!function )\b(getFile|copyFile|presignedGet)\d*\(/.test(text) ? ['s3:GetObject'] : []),
    ...(/(?<!function )\bfileTags\d*\(/.test(text) ? ['s3:GetObjectTagging'] : []),
    ...(/(?<!function )\bremoveFiles\d*\(/.test(text) ? removalActions : []),
  ]
}

function variablesIn(text: string): string[] {
  const fromGetters = matchesOf(text, /(?<!process\.)\benv\d*\.([a-z]\w+)\b(?!\()/g).flatMap(
    (name) => getters.get(name) ?? [],
  )
  const secrets = matchesOf(text, /\bsecret\d*\("(\w+)"\)/g).map((name) => `${name}_ARN`)
  // The getters stay in the text whether they are called or not, so what they read does not count by itself.
  const own = text.replace(/var env\d* = \{[\s\S]*?\n\};/, '')
  const read = [...matchesOf(own, /\bprocess\.env\.(\w+)/g), ...matchesOf(own, /\bneeded\d*\("(\w+)"\)/g)]
  return [...fromGetters, ...secrets, ...read].filter((name) => !unset.test(name))
}

/** The indexes that are read: in the store each is asked for by its constant. */
const indexesIn = (text: string): string[] => matchesOf(text, /\breadIndex\d*\(\s*(\w+?)Index\d*,/g)

const known = new Map<string, Promise<Uses>>()

/** Reads one function's own code as its bundle has it, packages left out. */
export function usesOf(name: string): Promise<Uses> {
  const uses = known.get(name) ?? read(name)
  known.set(name, uses)
  return uses
}

async function read(name: string): Promise<Uses> {
  const { outputFiles } = await build({
    ...{ absWorkingDir: projectFolder, entryPoints: [entryOf(name)], bundle: true, write: false },
    ...{ packages: 'external', platform: 'node', format: 'esm', target: 'node20' },
    // In parts, as it is deployed: in one file, what is imported later would keep all that it could call.
    ...{ splitting: true, outdir: 'parts' },
  })
  const text = withoutUncalled(outputFiles.map((part) => part.text).join('\n'))
  return {
    actions: [...new Set(actionsIn(text))].sort(),
    variables: [...new Set(variablesIn(text))].sort(),
    indexes: indexesIn(text).sort(),
  }
}
