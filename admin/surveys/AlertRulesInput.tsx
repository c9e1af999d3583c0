import { SelectInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { EntryBlock, EntryList } from '#admin/entity/EntryList.tsx'
import { Fieldset, Input, type InputProps } from '#admin/entity/Input.tsx'

import { useWords } from '#admin/language/words.ts'
import type { Question } from '#shared/entities/survey.ts'
import { inLanguage } from './questionText.ts'

/** The low scores that open a case as a form; the measures are those of the survey's questions. */
export function AlertRulesInput({ source, field, isDisabled }: InputProps) {
  const words = useWords()
  const questions: readonly Question[] = useWatch({ name: 'questions' }) ?? []
  const { metricKey, ...others } = field.fields ?? {}
  const measures = questions
    .filter(({ type }) => type !== 'text')
    .map((question) => ({
      id: question.metricKey,
      name: inLanguage(question.text, words.locale) || question.metricKey,
    }))
  return (
    <Fieldset legend={words.field('surveys', source)}>
      <EntryList
        source={source}
        noun={words.t('survey.rule')}
        add={words.t('survey.addRule')}
        isDisabled={isDisabled}
        blank={() => ({ op: 'lte' })}
      >
        {({ path, buttons }) => (
          <EntryBlock buttons={buttons}>
            <SelectInput
              source={`${path}.metricKey`}
              label={words.field('surveys', 'metricKey')}
              choices={measures}
              translateChoice={false}
              isRequired={metricKey?.isRequired}
              disabled={isDisabled}
              helperText={false}
              fullWidth
            />
            {Object.entries(others).map(([name, inner]) => (
              <Input key={name} resource="surveys" source={`${path}.${name}`} field={inner} isDisabled={isDisabled} />
            ))}
          </EntryBlock>
        )}
      </EntryList>
    </Fieldset>
  )
}
