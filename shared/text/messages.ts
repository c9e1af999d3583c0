import type { RefusalId } from '#shared/refusals.ts'
import type { en } from './en/index.ts'

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

/** Every sentence of the panel in one language. */
export type Messages = Shape<typeof en>

/** A language other than English, which says the refusals too: English ones stand with the refusals themselves. */
export type Translation = Messages & { readonly refusals: Readonly<Record<RefusalId, string>> }
