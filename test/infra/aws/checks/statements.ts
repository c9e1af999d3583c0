import { ofType, type SynthesizedTemplate } from '#test/infra/aws/synthesized.ts'

/** One statement of a policy, as a template holds it. */
export interface PolicyStatementJson {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource?: unknown
  readonly NotResource?: unknown
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** One access: an action on one partition, of the table itself or of one index, or on one file. */
export interface AccessRequest {
  readonly action: string
  readonly partition?: string
  readonly index?: string
  /** The variable that names the bucket of the file. */
  readonly bucket?: string
}

export const listed = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T]

/** Whether a pattern of IAM fits a text. */
export const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text)

/** What a function's constructs are called in a template. */
export const constructOf = (name: string): string => name.replaceAll('-', '')

const statementsIn = (properties: Readonly<Record<string, unknown>>): PolicyStatementJson[] => {
  const { PolicyDocument: document } = properties as { PolicyDocument?: { Statement: PolicyStatementJson[] } }
  return document?.Statement ?? []
}

/** Statements of every policy that a role can hold, with the policy's logical id. */
export const policiesOf = (template: SynthesizedTemplate): [id: string, statements: PolicyStatementJson[]][] =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    ofType(template, type).map(([id, { Properties }]): [string, PolicyStatementJson[]] => [
      id,
      statementsIn(Properties),
    ]),
  )

/** What one function may do and what it is denied. */
export const rightsOf = (template: SynthesizedTemplate, name: string): PolicyStatementJson[] =>
  policiesOf(template).find(([id]) => id.startsWith(`${constructOf(name)}Rights`))?.[1] ?? []

export const actionsOf = (
  statements: readonly PolicyStatementJson[],
  effect: PolicyStatementJson['Effect'] = 'Allow',
): string[] => statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => listed(Action))

/** The index a resource names, or undefined when it names a table. */
const indexIn = (resource: unknown): string | undefined => /\/index\/([\w*]+)"/.exec(JSON.stringify(resource))?.[1]

/** The words in the names of resources by which a template knows the buckets. */
const buckets: Readonly<Record<string, string>> = {
  FILES_BUCKET: ':ExportsOutputFnGetAttFiles',
  AUDIT_ANCHORS: ':ExportsOutputFnGetAttAuditAnchors',
  SNAPSHOT_BUCKET: ':ExportsOutputFnGetAttSnapshots',
}

const isOfBucket = (resource: unknown, bucket: string): boolean =>
  JSON.stringify(resource).includes(buckets[bucket] ?? bucket)

// A condition of another kind is taken as met where it allows and as unmet where it denies: never to our favour.
function applies(
  { Effect, Action, Resource, Condition }: PolicyStatementJson,
  { action, partition, index, bucket }: AccessRequest,
): boolean {
  if (!listed(Action).some((pattern) => fits(pattern, action))) return false
  if (action.startsWith('dynamodb:') && !listed(Resource).some((each) => each === '*' || indexIn(each) === index))
    return false
  if (bucket && !listed(Resource).some((each) => isOfBucket(each, bucket))) return false
  return Object.entries(Condition ?? {}).every(([operator, { 'dynamodb:LeadingKeys': patterns }]) => {
    if (patterns === undefined) return Effect === 'Allow'
    return partition !== undefined && operator.endsWith(':StringLike')
      ? listed(patterns).some((pattern) => fits(String(pattern), partition))
      : Effect === 'Allow'
  })
}

/** Whether IAM would let it happen: some statement allows it and none denies it. */
export const may = (statements: readonly PolicyStatementJson[], access: AccessRequest): boolean =>
  statements.some((each) => each.Effect === 'Allow' && applies(each, access)) &&
  !statements.some((each) => each.Effect === 'Deny' && applies(each, access))
