/** What stands between the parts of a sentence that is put together. */
interface Punctuation {
  readonly comma: string
  readonly semicolon: string
  readonly colon: string
  /** Between two sentences. */
  readonly gap: string
}

const latin: Punctuation = { comma: ', ', semicolon: '; ', colon: ': ', gap: ' ' }

const others: Readonly<Record<string, Punctuation>> = {
  ar: { comma: '، ', semicolon: '؛ ', colon: ': ', gap: ' ' },
  zh: { comma: '、', semicolon: '；', colon: '：', gap: '' },
}

/** The punctuation of a language. */
export const punctuationOf = (locale: string): Punctuation => others[locale] ?? latin
