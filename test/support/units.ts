import {
  DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { vi } from 'vitest'
import { indexes, type TableIndex } from '#functions/platform/store/table.ts'

type Item = Readonly<Record<string, unknown>>
type TransactionWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Request units that some work cost. */
export interface RequestUnits {
  /** As the engine reports them. */
  readonly read: number
  /** By DynamoDB's published rule. */
  readonly write: number
  /** As the engine reports them. */
  readonly reportedWrite: number
  /** Written items by their kind, each with its units. */
  readonly writes: readonly (readonly [kind: string, units: number])[]
}

/** Runs some work and gives its request units; what else happens in the process meanwhile is counted too. */
export async function unitsOf(work: () => Promise<unknown>): Promise<RequestUnits> {
  const real = DynamoDBDocumentClient.prototype.send
  const units = { read: 0, reportedWrite: 0, writes: [] as (readonly [string, number])[] }
  const spy = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
  spy.mockImplementation(async function (this: DynamoDBDocumentClient, command: { input: object }) {
    const run = (each: object) => Reflect.apply(real, this, [each])
    Object.assign(command.input, { ReturnConsumedCapacity: 'INDEXES' })
    const changed = command instanceof TransactWriteCommand ? (command.input.TransactItems ?? []) : []
    const itemsNow = () => Promise.all(changed.map((write) => itemOf(write, run)))
    const before = await itemsNow()
    const answer = await run(command)
    const after = await itemsNow()
    for (const [index, write] of changed.entries()) units.writes.push(writeUnits(write, before[index], after[index]))
    const consumed = [answer.ConsumedCapacity ?? []].flat()
    const total = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
    if (command instanceof TransactWriteCommand || command instanceof UpdateCommand) units.reportedWrite += total
    else units.read += total
    return answer
  } as never)
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return { ...units, write: units.writes.reduce((sum, [, each]) => sum + each, 0) }
}

async function itemOf(
  { Put, Update, Delete, ConditionCheck }: TransactionWrite,
  run: (command: object) => Promise<{ Item?: Item }>,
): Promise<Item | undefined> {
  const { TableName } = Put ?? Update ?? Delete ?? ConditionCheck ?? { TableName: '' }
  const { pk, sk } = Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key ?? {}
  return (await run(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item
}

/**
 * Write units of one write of a transaction by DynamoDB's published rule: two for each started KB of the larger of the
 * item before and after; and in each index one for each started KB of an entry that is put, removed or changed, so that
 * a changed key costs twice. A condition that is only checked costs what a write of the item would.
 */
function writeUnits(
  write: TransactionWrite,
  before: Item | undefined,
  after: Item | undefined,
): readonly [string, number] {
  const { pk = '' } = after ?? before ?? {}
  const base = 2 * startedKb(Math.max(sizeOf(before), sizeOf(after), 1))
  const inIndexes = write.ConditionCheck ? 0 : indexes.reduce((sum, index) => sum + indexUnits(index, before, after), 0)
  return [kindOf(String(pk)), base + inIndexes]
}

const startedKb = (bytes: number): number => Math.ceil(bytes / 1024)

const sizeOf = (item: Item | undefined): number => (item ? itemSize(item) : 0)

function indexUnits(index: TableIndex, before: Item | undefined, after: Item | undefined): number {
  const [old, next] = [before, after].map((item) => entryIn(index, item))
  const [oldKb, nextKb] = [startedKb(sizeOf(old)), startedKb(sizeOf(next))]
  if (!old || !next) return oldKb + nextKb
  const isMoved = [index.partition, index.sort].some((name) => old[name] !== next[name])
  if (isMoved) return oldKb + nextKb
  return JSON.stringify(old) === JSON.stringify(next) ? 0 : Math.max(oldKb, nextKb)
}

/** The entry of an item in an index, or undefined where the item lacks a key of it. */
function entryIn({ partition, sort, holds }: TableIndex, item: Item | undefined): Item | undefined {
  if (item?.[partition] === undefined || item[sort] === undefined) return undefined
  const names = ['pk', 'sk', partition, sort, ...holds].filter((name) => item[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, item[name]]))
}

/** What an item is, by its key: a record's noun, or the prefix of anything else. */
const kindOf = (pk: string): string => /^[A-Z]+(?=#)/.exec(pk)?.[0] ?? pk.split('_')[0] ?? pk

/**
 * Size of an item in bytes as DynamoDB bills it: the UTF-8 length of names and values, with the documented overhead of
 * maps, lists and numbers.
 */
const itemSize = (item: Item): number =>
  Object.entries(marshall(item, { removeUndefinedValues: true })).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value),
    0,
  )

function valueSize(value: object): number {
  const [[type, content] = ['NULL', true]] = Object.entries(value)
  if (type === 'S') return Buffer.byteLength(content)
  if (type === 'B') return content.byteLength
  if (type === 'N') return Math.ceil(content.replace(/[-.]/g, '').length / 2) + 1
  if (type === 'L') return 3 + content.reduce((sum: number, each: object) => sum + 1 + valueSize(each), 0)
  if (type === 'M')
    return (
      3 +
      Object.entries(content).reduce(
        (sum, [name, each]) => sum + 1 + Buffer.byteLength(name) + valueSize(Object(each)),
        0,
      )
    )
  return 1
}
