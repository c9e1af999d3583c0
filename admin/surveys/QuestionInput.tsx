import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect, useState } from 'react'
import { get, useFormState, useWatch } from 'react-hook-form'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Fields } from '#shared/declaration/field.ts'
import type { Question } from '#shared/entities/survey.ts'
import { QuestionCondition } from './QuestionCondition.tsx'
import { questionOptions } from './questionOptions.ts'
import { inLanguage } from './questionText.ts'

interface QuestionInputProps {
  readonly path: string
  readonly index: number
  readonly buttons: ReactNode
  readonly fields: Fields
  readonly isDisabled?: boolean
  /** The questions above it, on whose answers it may depend. */
  readonly before: readonly Question[]
}

/** One question of a survey: a line with its text that opens its inputs; it opens by itself where an input needs another value. */
export function QuestionInput({ path, index, buttons, fields, isDisabled, before }: QuestionInputProps) {
  const words = useWords()
  const question: Partial<Question> = useWatch({ name: path }) ?? {}
  const text = inLanguage(question.text, words.locale)
  const isFaulty = Boolean(get(useFormState({ name: path }).errors, path))
  const [isOpen, setOpen] = useState(text === '')
  useEffect(() => {
    if (isFaulty) setOpen(true)
  }, [isFaulty])
  const input = (name: string) => {
    const field = fields[name]
    return field && <Input resource="surveys" source={`${path}.${name}`} field={field} isDisabled={isDisabled} />
  }
  return (
    <Box sx={{ position: 'relative', borderBottom: 1, borderColor: 'divider', py: 0.5 }}>
      <Box
        component="details"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        sx={{ '& > *': { boxSizing: 'border-box' } }}
      >
        <Box component="summary" sx={{ cursor: 'pointer', py: 0.75, paddingInlineEnd: 13 }}>
          <Typography component="span" variant="body2" sx={{ fontWeight: 'bold' }}>
            {index + 1}. <bdi>{text || words.t('survey.noText')}</bdi>
          </Typography>{' '}
          <Typography component="span" variant="caption" color="textSecondary">
            {words.value('surveys', 'type', question.type)} · {words.value('surveys', 'domain', question.domain)}
          </Typography>
        </Box>
        <Box
          sx={{
            display: 'grid',
            columnGap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {input('type')}
          {input('domain')}
          <Box sx={{ gridColumn: '1 / -1' }}>{input('text')}</Box>
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Options question={question}>{input('options')}</Options>
          </Box>
          <QuestionCondition path={path} fields={fields.showIf?.fields ?? {}} before={before} isDisabled={isDisabled} />
          {input('qid')}
          {input('metricKey')}
          {input('required')}
        </Box>
      </Box>
      <Box sx={{ position: 'absolute', top: 8, insetInlineEnd: 0 }}>{buttons}</Box>
    </Box>
  )
}

/** The options of a question: its own where it lists any or its type has none, else the words of the usual scale. */
function Options({ question, children }: { question: Partial<Question>; children: ReactNode }) {
  const { t, locale } = useWords()
  const { type = 'text', options = [] } = question
  if (type === 'text') return null
  const usual = questionOptions({ type }, locale).map(({ label }) => label)
  if (options.length > 0 || usual.length === 0) return children
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      {t('survey.usualOptions', { options: usual.join(' · ') })}
    </Typography>
  )
}
