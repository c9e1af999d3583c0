import { arabic } from './languages/arabic.ts'
import { chinese } from './languages/chinese.ts'
import { english } from './languages/english.ts'
import { italian } from './languages/italian.ts'
import { foldSentence, type PromisedTime, type PromiseLanguage } from './languages/language.ts'
import { latvian } from './languages/latvian.ts'
import { promisedTime } from './promisedTime.ts'

/** A sentence that sounds like a promise, and until when it is to be kept, where it says so. */
export interface FoundPromise {
  readonly phrase: string
  readonly dueOn?: PromisedTime
}

const languages: readonly PromiseLanguage[] = [english, arabic, chinese, italian, latvian]

/** The first sentence of a text by which the house binds itself, in any of the five languages; a question binds nobody. */
export function findPromise(text: string): FoundPromise | undefined {
  for (const phrase of sentencesOf(text)) {
    const folded = foldSentence(phrase)
    if (/[?؟]["”»]?$/u.test(folded)) continue
    for (const language of languages) {
      const at = commitmentIn(folded, language)
      if (at === undefined) continue
      const dueOn = promisedTime(folded.slice(at), language) ?? promisedTime(folded, language)
      return { phrase, ...(dueOn && { dueOn }) }
    }
  }
  return undefined
}

// "Dr." and the point of a date in figures end no sentence.
const sentenceEnd =
  /(?<!\b(?:dr|mr|mrs|ms|st|sig|sigra|dott|no|nr)\.)(?<!\d\.)(?<=[.!?؟;؛…])\s+|(?<=[。!?;！？；])|\n+/iu

const sentencesOf = (text: string): string[] =>
  text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Where in a folded sentence somebody of the house binds it; undefined where nobody does. */
function commitmentIn(sentence: string, { commits, voidBefore, voidAfter }: PromiseLanguage): number | undefined {
  for (const commit of commits)
    for (const { index, 0: words } of sentence.matchAll(commit)) {
      const isVoid =
        voidBefore.test(sentence.slice(0, index)) || voidAfter?.test(sentence.slice(index + words.length)) === true
      if (!isVoid) return index
    }
  return undefined
}
