import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import TextField from '@mui/material/TextField'
import type { Question } from '#shared/entities/survey.ts'
import { type AnswerMistake, textLimits } from '#shared/rules/surveys/answers.ts'
import { questionOptions, sentencesIn } from './questionOptions.ts'
import { inLanguage } from './questionText.ts'

interface PhoneQuestionProps {
  readonly question: Question
  readonly language: string
  /** The codes chosen so far, or the one text. */
  readonly values: readonly string[]
  readonly mistake: AnswerMistake | undefined
  readonly change: (values: readonly string[]) => void
}

/** One question as it is read out, with the answers it offers; a second click takes an answer back. */
export function PhoneQuestion({ question, language, values, mistake, change }: PhoneQuestionProps) {
  const { page, mistakes } = sentencesIn(language)
  const { type } = question
  const text = inLanguage(question.text, language) + (question.required ? '' : ` (${page.optional})`)
  const error = mistake && mistakes[mistake]
  const Control = type === 'choices' ? Checkbox : Radio
  const toggle = (code: string) => {
    const others = values.filter((each) => each !== code)
    const isChosen = others.length < values.length
    change(isChosen ? others : type === 'choices' ? [...values, code] : [code])
  }
  const hint =
    type === 'nps11' ? `0 = ${page.lowest} · 10 = ${page.highest}` : type === 'choices' ? page.several : undefined
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend" sx={{ color: 'text.primary', fontWeight: 'bold' }}>
        {text}
      </FormLabel>
      {type === 'text' && (
        <TextField
          multiline
          minRows={2}
          value={values[0] ?? ''}
          onChange={({ target }) => change([target.value])}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: textLimits.answer, 'aria-label': text } }}
          sx={{ mt: 0.5 }}
        />
      )}
      <FormGroup row>
        {questionOptions(question, language).map(({ code, label }) => (
          <FormControlLabel
            key={code}
            label={label}
            sx={{ mx: 0, marginInlineEnd: 1.5 }}
            control={
              <Control
                size="small"
                name={question.qid}
                value={code}
                checked={values.includes(code)}
                onClick={() => toggle(code)}
                onChange={() => {}}
              />
            }
          />
        ))}
      </FormGroup>
      {(error ?? hint) && <FormHelperText sx={{ mx: 0, textAlign: 'start' }}>{error ?? hint}</FormHelperText>}
    </FormControl>
  )
}
