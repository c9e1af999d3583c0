/** What an answer says of the matter asked: good, so-so, bad, or that the question did not apply. */
export type Box = 'top' | 'middle' | 'bottom' | 'na'

/** The parts of a survey question that its figures need. */
export type SurveyQuestion = {
  type: 'scale5' | 'freq4' | 'nps11' | 'yesno' | 'choice' | 'choices' | 'text'
  options?: readonly { code: string; value?: number; box: Box }[]
}

/** An option and the shares it counts into. */
export type AnswerOption = {
  code: string
  value?: number
  box: Box
  isTop: boolean
  isFavourable: boolean
  isBottom: boolean
}

const standard: Record<SurveyQuestion['type'], readonly { code: string; value?: number; box: Box }[]> = {
  scale5: [1, 2, 3, 4, 5].map((value) => ({
    code: String(value),
    value,
    box: value === 5 ? 'top' : value < 3 ? 'bottom' : 'middle',
  })),
  freq4: [1, 2, 3, 4].map((value) => ({
    code: String(value),
    value,
    box: value === 4 ? 'top' : value < 3 ? 'bottom' : 'middle',
  })),
  nps11: Array.from({ length: 11 }, (_, value) => ({
    code: String(value),
    value,
    box: value > 8 ? 'top' : value > 6 ? 'middle' : 'bottom',
  })),
  yesno: [
    { code: 'yes', value: 1, box: 'top' },
    { code: 'no', value: 0, box: 'bottom' },
  ],
  choice: [],
  choices: [],
  text: [],
}

/** The options of a question type where a question lists none of its own; empty for choices and free text. */
export function standardOptions(type: SurveyQuestion['type']) {
  return standard[type]
}

/**
 * The options of a question with the shares they count into. On a scale of five, favourable are the two best, bottom
 * the two worst and top the best; a net promoter answer is 9–10, 7–8 or 0–6; elsewhere the option's own box decides
 * and favourable means top. An option boxed `na` counts nowhere.
 */
export function answerOptions({ type, options }: SurveyQuestion): AnswerOption[] {
  const offered = options && options.length > 0 ? options : standard[type]
  const ranked = offered.filter((option) => option.box !== 'na' && option.value !== undefined)
  const values = ranked.map((option) => option.value ?? 0).sort((a, b) => a - b)
  const [worst, nextWorst] = values
  const [nextBest, best] = values.slice(-2)
  return offered.map((option) => {
    const { box, value } = option
    if (box === 'na' || value === undefined || (type !== 'scale5' && type !== 'nps11'))
      return { ...option, isTop: box === 'top', isFavourable: box === 'top', isBottom: box === 'bottom' }
    if (type === 'nps11') return { ...option, isTop: value >= 9, isFavourable: value >= 9, isBottom: value <= 6 }
    const isFavourable = value === best || value === nextBest
    return { ...option, isTop: value === best, isFavourable, isBottom: value === worst || value === nextWorst }
  })
}
