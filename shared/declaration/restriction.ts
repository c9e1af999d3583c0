/** Why a record is restricted, so that each person who reads it is entered in the access log. */
export const restrictionReasons = ['vip', 'accountability'] as const
export type RestrictionReason = (typeof restrictionReasons)[number]

/** By reason, the values that fields of a restricted record have; one of them each. */
export type Restrictions<N extends string = string> = Readonly<
  Partial<Record<RestrictionReason, Readonly<Partial<Record<N, readonly unknown[]>>>>>
>

/** What an entity says of restrictions: its own, and the references to records whose restrictions it shares. */
interface Restrictable {
  readonly restricted?: Restrictions
  readonly subject?: string
  readonly under?: string
}

/** The reasons that a record gives itself. */
export const ownReasons = (
  { restricted = {} }: Restrictable,
  record: Readonly<Record<string, unknown>>,
): RestrictionReason[] =>
  restrictionReasons.filter((reason) => {
    const needed = Object.entries(restricted[reason] ?? {})
    return needed.length > 0 && needed.every(([name, values = []]) => values.includes(record[name]))
  })

/** The references to records that a record is restricted together with: the person it is about, and what it stands under. */
export const sharingReferences = ({ subject, under }: Restrictable): string[] =>
  [...new Set([subject, under])].flatMap((name) => (name === undefined || name === 'id' ? [] : [name]))

/** Whether records of an entity may be restricted at all; reading any other leaves no entry. */
export const mayBeRestricted = (entity: Restrictable): boolean =>
  entity.restricted !== undefined || sharingReferences(entity).length > 0
