import { Worker } from 'node:worker_threads'
import { env } from '#functions/platform/aws/env.ts'
import { log } from '#functions/platform/aws/log.ts'
import type { Projection } from './projection.ts'
import { ThreadEndError, type ThreadReply } from './threadMessages.ts'

interface PendingCall {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** One thread: calls go in, and answers come out by number. It keeps no process alive that waits for none. */
class ProjectionThread {
  #worker: Worker | undefined
  readonly #waiting = new Map<number, PendingCall>()
  #number = 0
  #hasEnded = false

  constructor(readonly role: 'follower' | 'reader') {}

  /** Calls a method of the thread; what it answers is of the type that the method has there. */
  async call<T>(method: string, ...values: readonly unknown[]): Promise<T> {
    // Another follower makes another file: the readers have to be told, also if this one ended while nobody waited.
    const hasEnded = this.#hasEnded && this.role === 'follower'
    this.#hasEnded = false
    if (hasEnded) throw new ThreadEndError('The thread that follows has ended')
    this.#worker ??= this.#start()
    const number = ++this.#number
    const worker = this.#worker
    worker.ref()
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      worker.postMessage({ number, method, values })
    }) as Promise<T>
  }

  get isRunning(): boolean {
    return this.#worker !== undefined
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    // A thread has its own warnings: the SDK's about Node 20 is for nobody who runs the product.
    const options = { workerData: this.role, execArgv: ['--disable-warning=Warning'] }
    const worker = new Worker(env.projectionThread, options)
    worker.unref()
    worker.on('message', (reply: ThreadReply) => this.#settle(worker, reply))
    worker.on('error', (error: Error & { code?: string }) => {
      log({ at: new Date().toISOString(), thread: this.role, error: error.name, code: error.code })
      this.#fail(worker)
    })
    worker.on('exit', () => this.#fail(worker))
    return worker
  }

  #settle(worker: Worker, { number, value, error }: ThreadReply): void {
    const call = this.#waiting.get(number)
    this.#waiting.delete(number)
    if (this.#waiting.size === 0) worker.unref()
    if (error) call?.reject(Object.assign(new Error(error.message), error))
    else call?.resolve(value)
  }

  #fail(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#hasEnded = this.#waiting.size === 0
    for (const { reject } of this.#waiting.values()) reject(new ThreadEndError('A thread of the projection ended'))
    this.#waiting.clear()
  }
}

/** The projection in threads of its own: one follows and writes, the others answer, so that no list holds up a request. */
export async function openThreads(count = env.projectionThreads): Promise<Projection> {
  const follower = new ProjectionThread('follower')
  const readers = Array.from({ length: count }, () => new ProjectionThread('reader'))
  let next = 0
  const reader = (): ProjectionThread => readers[next++ % readers.length] ?? follower
  return {
    follow: (...values) => follower.call('follow', ...values),
    takeSeen: (...values) => follower.call('takeSeen', ...values),
    page: (...values) => reader().call('page', ...values),
    groups: (...values) => reader().call('groups', ...values),
    ids: (...values) => reader().call('ids', ...values),
    deletedIds: (...values) => reader().call('deletedIds', ...values),
    async *rows(...values) {
      const thread = reader()
      const cursor = await thread.call('openRows', ...values)
      try {
        for (;;) {
          const page = await thread.call<Awaited<ReturnType<ReturnType<Projection['rows']>['next']>>['value']>(
            'nextRows',
            cursor,
          )
          if (!page) return
          yield page
        }
      } finally {
        await thread.call('closeRows', cursor)
      }
    },
    maintain: () => follower.call('maintain'),
    async renew() {
      await follower.call('renew')
      await Promise.all(readers.map((each) => each.call('attach')))
    },
    async close() {
      await Promise.all(readers.map((each) => each.end()))
      if (follower.isRunning) await follower.call('close')
      await follower.end()
    },
  }
}
