import { createHash } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import type { Request } from '#functions/platform/http/operation.ts'
import { Allowance } from './allowance.ts'

/** Links of an address that lead nowhere: a ward shares one address, and nobody mistypes 300 links in five minutes. */
export const wrongLinks = { atOnce: 300, everySeconds: 1 } as const

/** Forms sent through one link: a person corrects a form a few times. */
export const sentForms = { atOnce: 20, everySeconds: 15 } as const

const wrongByAddress = new Allowance(wrongLinks)
const sentByLink = new Allowance(sentForms)

/** Links that led to a page lately; whoever has one goes on, though somebody at the same address guesses. */
const goodLinks = new Set<string>()
const mostGoodLinks = 10_000

// A link by itself is kept nowhere, not even here.
const nameOf = ({ params }: Request): string =>
  createHash('sha256')
    .update(params.token ?? '')
    .digest('base64url')

// On AWS the function sees the address of the network in front of it, and the firewall there counts.
const counts = (): boolean => env.stage === 'home'

/** Seconds for which a request has to wait, because its address tried too many links or its link sent too many forms; 0 for none. */
export function secondsToWait(request: Request): number {
  if (!counts()) return 0
  const name = nameOf(request)
  const byLink = request.form ? sentByLink.secondsToWait(name) : 0
  if (request.form && byLink === 0) sentByLink.spend(name)
  return goodLinks.has(name) ? byLink : Math.max(byLink, wrongByAddress.secondsToWait(request.address))
}

/** Notes where a link led: one that leads nowhere counts against the address that tried it. */
export function noteLink(request: Request, isKnown: boolean): void {
  if (!counts()) return
  if (goodLinks.size >= mostGoodLinks) goodLinks.clear()
  if (isKnown) goodLinks.add(nameOf(request))
  else wrongByAddress.spend(request.address)
}
