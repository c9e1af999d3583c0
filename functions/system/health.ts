import { problemOf } from '#functions/platform/http/failure.ts'
import { operation } from '#functions/platform/http/operation.ts'
import { healthKey } from '#functions/platform/store/keys.ts'
import { getItem } from '#functions/platform/store/read.ts'
import { lastFault, StoreFault, type StoreFaultKind } from '#functions/platform/store/storeFault.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import * as api from '#shared/api/system.ts'
import { refuse } from '#shared/refusals.ts'

/** What the machine finds besides the store: whether its disk takes files, and how many lines of the log are lost. */
export interface MachineHealth {
  readonly fault?: StoreFaultKind
  readonly lostLogLines: number
}

let machine: () => MachineHealth = () => ({ lostLogLines: 0 })

/** Sets what health asks about the machine; on AWS there is nothing to ask. */
export function setMachineHealth(ask: () => MachineHealth): void {
  machine = ask
}

/** The longest wait for the store, in milliseconds; whoever asks for health wants to know soon. */
const waitMs = 3000

/** How long after a failed write health tries another one, in milliseconds, so that asking costs no write while all is well. */
const retryMs = 15_000

const statuses = { full: 'storage full', closed: 'storage closed', damaged: 'store damaged' } as const

// The client notes by itself what the try finds.
async function tryWriteAgain(): Promise<void> {
  const fault = lastFault()
  if (fault && fault.kind !== 'damaged' && fault.agoMs > retryMs)
    await updateItem(healthKey, { set: { n: 1 } }).catch(() => undefined)
}

async function isReachable(): Promise<boolean> {
  const look = async () => {
    await getItem(healthKey)
    await tryWriteAgain()
    return true
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, waitMs, false)
  })
  return Promise.race([look().catch((error) => error instanceof StoreFault), late]).finally(() => clearTimeout(timer))
}

/** The version that answers, and whether it can read and write: no write is tried unless the last one failed. */
export const health = operation(api.health, async () => {
  const start = performance.now()
  const isThere = await isReachable()
  const { fault: ofMachine, lostLogLines } = machine()
  const fault = lastFault()?.kind ?? ofMachine
  const refusal = fault ? problemOf(new StoreFault(fault)).refusal : isThere ? undefined : refuse('STORE_SILENT')
  return {
    status: refusal ? 503 : 200,
    ...(refusal && { headers: { 'retry-after': '15' } }),
    body: {
      status: fault ? statuses[fault] : isThere ? ('ok' as const) : ('store unreachable' as const),
      version: process.env.VERSION ?? '0.1.0',
      storeMs: Math.round(performance.now() - start),
      ...(refusal && { rule: refusal.rule, detail: refusal.message }),
      ...(lostLogLines > 0 && { lostLogLines }),
    },
  }
})
