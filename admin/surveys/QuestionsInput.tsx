import { useWatch } from 'react-hook-form'
import { EntryList } from '#admin/entity/EntryList.tsx'
import { Fieldset, type InputProps } from '#admin/entity/Input.tsx'

import { useWords } from '#admin/language/words.ts'
import type { Question } from '#shared/entities/survey.ts'
import { QuestionInput } from './QuestionInput.tsx'

/** The questions of a survey as a form. */
export function QuestionsInput({ source, field, isDisabled }: InputProps) {
  const { t } = useWords()
  const questions: readonly Question[] = useWatch({ name: source }) ?? []
  return (
    <Fieldset legend={t('survey.questions')}>
      <EntryList
        source={source}
        noun={t('survey.question')}
        add={t('survey.addQuestion')}
        isDisabled={isDisabled}
        blank={() => blankQuestion(questions.map(({ qid }) => qid))}
      >
        {(entry) => (
          <QuestionInput
            {...entry}
            fields={field.fields ?? {}}
            isDisabled={isDisabled}
            before={questions.slice(0, entry.index)}
          />
        )}
      </EntryList>
    </Fieldset>
  )
}

/** A new question under the first free id: rated in five steps, and about the whole visit. */
export function blankQuestion(qids: readonly string[]): Partial<Question> {
  let number = qids.length + 1
  while (qids.includes(`q${number}`)) number += 1
  const qid = `q${number}`
  return { qid, metricKey: qid, type: 'scale5', domain: 'overall', required: false }
}
