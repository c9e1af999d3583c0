import { ar } from './ar/paper.ts'
import { en } from './en/paper.ts'

/** What a file for people says besides its records, by the languages of the panel. */
export const paper = { en, ar } as const
