/** What a thread is asked: one of its methods, with plain data. */
export interface ThreadRequest {
  readonly number: number
  readonly method: string
  readonly values: readonly unknown[]
}

/** What it answers: a value, or the error as far as another thread is told of it. */
export interface ThreadReply {
  readonly number: number
  readonly value?: unknown
  readonly error?: {
    readonly name: string
    readonly message: string
    readonly code?: unknown
    readonly errcode?: unknown
  }
}

/** A thread ended, and with it what it kept; a later call starts another one. */
export class ThreadEndError extends Error {
  override readonly name = 'ThreadEndError'
}

/** Whether an error says that a thread ended; one that comes from another thread has lost its class. */
export const isThreadEnd = (error: unknown): boolean => error instanceof Error && error.name === 'ThreadEndError'
