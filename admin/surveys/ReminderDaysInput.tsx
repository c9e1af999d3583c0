import type { InputProps } from '#admin/entity/Input.tsx'
import { TypedInput } from '#admin/entity/typedInputs.tsx'
import { useWords } from '#admin/language/words.ts'
import { foldDigits } from '#shared/values/fold.ts'

/** The days after which a reminder goes out, as numbers in one line. */
export function ReminderDaysInput({ source, field, isDisabled }: InputProps) {
  const words = useWords()
  return (
    <TypedInput
      source={source}
      label={words.field('surveys', source)}
      disabled={isDisabled}
      isLatin
      helperText={words.t('survey.reminderDays')}
      validate={(value) =>
        value === null || value === undefined || field.schema.safeParse(value).success
          ? undefined
          : words.t('survey.reminderDays')
      }
      format={(value) => (Array.isArray(value) ? value.join(', ') : '')}
      parse={readDays}
    />
  )
}

/** The numbers of a text, whatever stands between them; undefined when there is anything else. */
export function readDays(text: string): number[] | undefined {
  const days = foldDigits(text)
    .split(/[\s,;،؛]+/)
    .filter(Boolean)
  return days.every((day) => /^\d+$/.test(day)) ? days.map(Number) : undefined
}
