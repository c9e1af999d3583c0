import type { Page, Request } from 'playwright-core'

/** How long no request begins or ends until a page counts as quiet, in milliseconds. */
const quietMs = 200

/** How long a page may take until it is quiet, in milliseconds. */
const longestMs = 30_000

interface Traffic {
  readonly running: Set<Request>
  changedMs: number
}

const traffics = new WeakMap<Page, Traffic>()

/** Counts the requests of a page from now on. A browser counts a page as loaded once, and no later change of its address. */
export function watchRequests(page: Page): Traffic {
  const known = traffics.get(page)
  if (known) return known
  const traffic: Traffic = { running: new Set(), changedMs: Date.now() }
  const note = (change: (request: Request) => unknown) => (request: Request) => {
    change(request)
    traffic.changedMs = Date.now()
  }
  page.on(
    'request',
    note((request) => traffic.running.add(request)),
  )
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(
      end as 'requestfailed',
      note((request) => traffic.running.delete(request)),
    )
  traffics.set(page, traffic)
  return traffic
}

/** Waits until no request has run for a moment; throws with those that run too long. */
export async function untilQuiet(page: Page): Promise<void> {
  const traffic = watchRequests(page)
  // What was just pressed sends its request a moment later.
  await page.waitForTimeout(quietMs / 2)
  for (const deadline = Date.now() + longestMs; ; ) {
    const [request] = traffic.running
    if (!request && Date.now() - traffic.changedMs >= quietMs) return
    if (Date.now() > deadline)
      throw new Error(`The page does not come to rest: ${request?.url() ?? 'one request after another'}`)
    await page.waitForTimeout(25)
  }
}
