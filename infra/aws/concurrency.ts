/** Executions that AWS keeps without a reservation in every account ("Lambda quotas"). */
const leastShared = 100

/** Executions reserved for a function by its name; a reservation is also the most it gets. */
export type Reservations = Readonly<Record<string, number>>

/**
 * What can be reserved in an account of some quota: everything, where enough stays for the functions of the desk, which
 * share the rest; else nothing, because AWS refuses a deployment that leaves less.
 */
export function reservationsIn(quota: number, wanted: Reservations): Reservations {
  const sum = Object.values(wanted).reduce((all, each) => all + each, 0)
  return quota - sum >= leastShared ? wanted : {}
}

/** The sentence for an account where nothing can be reserved. */
export const nothingReserved = (quota: number): string =>
  `With a quota of ${quota} concurrent executions nothing can be reserved: a flood of the survey page could take them from the desk. Ask AWS for 1000 and give -c concurrency=1000.`
