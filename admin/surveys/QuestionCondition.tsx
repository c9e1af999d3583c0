import { SelectInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Fields } from '#shared/declaration/field.ts'
import type { Question } from '#shared/entities/survey.ts'
import { questionOptions } from './questionOptions.ts'
import { inLanguage } from './questionText.ts'

interface QuestionConditionProps {
  /** Path of the question in the form. */
  readonly path: string
  readonly fields: Fields
  readonly before: readonly Question[]
  readonly isDisabled?: boolean
}

/** The condition of a question: the answer to an earlier question after which it is asked; without one it is always asked. */
export function QuestionCondition({ path, fields, before, isDisabled }: QuestionConditionProps) {
  const { t, locale } = useWords()
  const { setValue } = useFormContext()
  const source = `${path}.showIf`
  const qid: string | undefined = useWatch({ name: `${source}.qid` })
  const earlier = before.find((question) => question.qid === qid)
  if (before.length === 0 && !qid) return null
  const choice = { disabled: isDisabled, translateChoice: false, helperText: false, fullWidth: true } as const
  return (
    <>
      <SelectInput
        {...choice}
        source={`${source}.qid`}
        label={t('survey.askedIf')}
        emptyText={t('survey.always')}
        choices={before.map((question) => ({
          id: question.qid,
          name: inLanguage(question.text, locale) || question.qid,
        }))}
        onChange={(event) => !event.target.value && setValue(source, null, { shouldDirty: true })}
      />
      {earlier && fields.op && (
        <>
          <Input resource="surveys" source={`${source}.op`} field={fields.op} isDisabled={isDisabled} />
          <SelectInput
            {...choice}
            source={`${source}.value`}
            label={t('survey.answer')}
            isRequired
            choices={questionOptions(earlier, locale).map(({ code, label }) => ({ id: code, name: label }))}
          />
        </>
      )}
    </>
  )
}
