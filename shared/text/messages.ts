import type { en } from './en.ts'

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

/** Every sentence of the panel; a language is one file of this shape. Rules speak English themselves, so it may name more. */
export type Messages = Omit<Shape<typeof en>, 'rules'> & { readonly rules: Readonly<Record<string, string>> }
