/** A call that is to be put on a list, with whoever has it already and is there. */
export interface DueCall {
  readonly followUpId: string
  /** Who keeps it: chosen by somebody, or begun by that person. */
  readonly keptBy?: string
  /** Who was given it before by sharing, and has not begun: the same person has it again where shares stay even. */
  readonly hadBy?: string
  readonly isLate?: boolean
}

/** A call with whoever makes it; nobody, where nobody is there. */
export interface SharedCall {
  readonly followUpId: string
  readonly callerId?: string
  readonly isKept?: boolean
  readonly isLate?: boolean
}

/** How many calls a person was given this morning. */
export interface Share {
  readonly userId: string
  readonly calls: number
}

/**
 * Gives each call to whoever has the fewest today, by what the list says that was given before; a call that somebody has
 * begun or was chosen for stays there, and counts. All others come out even: they differ by one at the most.
 */
export function shareOut(
  calls: readonly DueCall[],
  callerIds: readonly string[],
  shares: readonly Share[] = [],
): SharedCall[] {
  const given = new Map(shares.map(({ userId, calls: count }) => [userId, count]))
  for (const { keptBy } of calls) if (keptBy !== undefined) giveTo(keptBy, given)
  const free = calls.filter(({ keptBy }) => keptBy === undefined)
  const owners = ownersAgain(free, callerIds, given)
  for (const { followUpId } of free) {
    const callerId = owners.has(followUpId) ? undefined : fewest(callerIds, given)
    if (callerId === undefined) continue
    giveTo(callerId, given)
    owners.set(followUpId, callerId)
  }
  return calls.map(({ followUpId, keptBy, isLate }) => {
    const callerId = keptBy ?? owners.get(followUpId)
    return {
      followUpId,
      ...(callerId !== undefined && { callerId }),
      ...(keptBy !== undefined && { isKept: true }),
      ...(isLate && { isLate }),
    }
  })
}

/** Calls that go to whoever had them, as many as an even share has room for: some people then have one more than others. */
function ownersAgain(
  calls: readonly DueCall[],
  callerIds: readonly string[],
  given: Map<string, number>,
): Map<string, string> {
  const count = (id: string) => given.get(id) ?? 0
  const total = calls.length + callerIds.reduce((sum, id) => sum + count(id), 0)
  const share = Math.floor(total / Math.max(1, callerIds.length))
  let larger = total - share * callerIds.length - callerIds.filter((id) => count(id) > share).length
  const owners = new Map<string, string>()
  for (const most of [share, share + 1])
    for (const { followUpId, hadBy } of calls) {
      if (hadBy === undefined || !callerIds.includes(hadBy) || owners.has(followUpId) || count(hadBy) >= most) continue
      if (most > share && larger-- <= 0) continue
      giveTo(hadBy, given)
      owners.set(followUpId, hadBy)
    }
  return owners
}

const giveTo = (userId: string, given: Map<string, number>) => given.set(userId, (given.get(userId) ?? 0) + 1)

function fewest(callerIds: readonly string[], given: ReadonlyMap<string, number>): string | undefined {
  const count = (id: string) => given.get(id) ?? 0
  return callerIds.reduce<string | undefined>(
    (best, id) => (best === undefined || count(id) < count(best) ? id : best),
    undefined,
  )
}

/** The shares of a morning after some more calls; people in the order in which they were first given one. */
export function sharesAfter(shares: readonly Share[], calls: readonly SharedCall[]): Share[] {
  const given = new Map(shares.map(({ userId, calls: count }) => [userId, count]))
  for (const { callerId } of calls) if (callerId !== undefined) giveTo(callerId, given)
  return [...given].map(([userId, count]) => ({ userId, calls: count }))
}
