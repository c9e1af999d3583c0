import { ar } from './ar/paper.ts'
import { en, type PaperText } from './en/paper.ts'
import { it } from './it/paper.ts'
import type { Language } from './languages.ts'
import { lv } from './lv/paper.ts'
import { zh } from './zh/paper.ts'

/** What a file for people says besides its records. */
export const paper: Readonly<Record<Language, PaperText>> = { en, ar, zh, it, lv }
