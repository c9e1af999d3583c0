import { type Anchor, anchorFrom, anchorHash } from '#functions/platform/store/audit/anchor.ts'
import { firstAnchors } from '#functions/platform/store/audit/anchorFiles.ts'
import { checkMacs } from '#functions/platform/store/audit/auditKeys.ts'
import { readAnchorPlace } from '#functions/platform/store/audit/auditState.ts'
import { inPool } from '#shared/values/inPool.ts'
import type { AnchorFinding } from './finding.ts'
import { Proof } from './proof.ts'

/** Anchors that are read at the same time. */
const together = 20

/** What all anchors together say, what is wrong with them, and the instants, UTC, of those by which a lost key was replaced. */
export interface AnchorReport {
  readonly proof: Proof
  readonly findings: readonly AnchorFinding[]
  readonly anchors: number
  readonly newestAt?: string
  readonly lostKeysAt: readonly string[]
  /** Instants at which the records came out of a copy, UTC. */
  readonly restoresAt: readonly string[]
}

/** An anchor, the hash of its file, and whether its MAC is right; undefined where its key cannot be reached. */
interface SignedAnchor {
  readonly anchor: Anchor
  readonly hash: string
  readonly isSigned: boolean | undefined
}

/** Reads every anchor, and checks that none is missing, that each follows from the one before, and their MACs. */
export async function readProof(): Promise<AnchorReport> {
  const { last, hash: newestHash } = await readAnchorPlace()
  const { numbers, read } = await firstAnchors()
  const found = await readSigned(numbers, read)
  const all = [...found.values()]
  const isTrusted = ({ anchor: { number, key }, isSigned }: SignedAnchor): boolean =>
    isSigned ??
    // The key is lost: the anchor by which it was replaced proves those before, which it follows from.
    all.some((each) => each.isSigned && each.anchor.hasLostKey && each.anchor.number > number && each.anchor.key > key)
  const isSound = (each: SignedAnchor): boolean => {
    const next = found.get(each.anchor.number + 1)?.anchor.previous ?? ''
    const expected = each.anchor.number === last ? newestHash : next
    return isTrusted(each) && (expected === '' || expected === each.hash)
  }
  // A new beginning says so itself: the folder of the keys was lost with all that was in it.
  const begins = ({ anchor: { previous, hasLostKey } }: SignedAnchor) => previous === '' && hasLostKey === true
  const first = all.findLast((each) => begins(each) && isSound(each))?.anchor.number ?? 1
  const newest = Math.max(last, ...numbers)
  const expected = Array.from({ length: Math.max(0, newest - first + 1) }, (_, index) => first + index)
  const findings = expected.flatMap((number): AnchorFinding[] => {
    const each = found.get(number)
    if (!each) return [{ anchor: number, what: numbers.includes(number) ? 'altered' : 'missing' }]
    return isSound(each) ? [] : [{ anchor: number, what: 'altered' }]
  })
  const sound = all.filter(isSound).map(({ anchor }) => anchor)
  const proof = new Proof()
  for (const anchor of sound) proof.add(anchor)
  const lostKeysAt = sound.flatMap(({ hasLostKey, at }) => (hasLostKey ? [at] : []))
  const restoresAt = sound.flatMap(({ isRestore, at }) => (isRestore ? [at] : []))
  return { proof, findings, anchors: all.length, newestAt: sound.at(-1)?.at, lostKeysAt, restoresAt }
}

/** The anchors of some numbers that can be read and have the number of their file, the oldest first. */
async function readSigned(
  numbers: readonly number[],
  read: (number: number) => Promise<Buffer | undefined>,
): Promise<Map<number, SignedAnchor>> {
  const inOrder = [...numbers].sort((a, b) => a - b)
  const files = await inPool(inOrder, together, async (number) => {
    const file = await read(number)
    const anchor = file && anchorFrom(file)
    return file && anchor?.number === number ? [{ anchor, hash: anchorHash(file) }] : []
  })
  const anchors = files.flat()
  const checks = await checkMacs(anchors.map(({ anchor }) => anchor))
  return new Map(anchors.map((each, index) => [each.anchor.number, { ...each, isSigned: checks[index] }]))
}
