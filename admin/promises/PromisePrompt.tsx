import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useGetOne } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import type { Site } from '#shared/entities/site.ts'
import { findPromise } from '#shared/rules/promises/promiseWords.ts'
import { suggestedDueAt } from '#shared/rules/promises/suggestedDueAt.ts'
import { promisePath } from './promiseForm.ts'

interface PromisePromptProps {
  /** The inputs of the form in which a promise may be written. */
  readonly sources: readonly string[]
  readonly siteId: string
  /** Who keeps the promise unless the person names somebody else. */
  readonly keeperId: string
}

const { text, dueAt, ownerId } = CasePromise.fields
const inputs = { text, dueAt, ownerId }
const pathOf = (name: string): string => `${promisePath}.${name}`

/**
 * Below what somebody writes in a form: when it sounds like a promise, a calm question whether to keep it, with its words,
 * its day and who keeps it filled in. `promiseOf` gives what the form has to save then.
 */
export function PromisePrompt({ sources, siteId, keeperId }: PromisePromptProps) {
  const { t } = useWords()
  const phrase = usePhrase(sources)
  const isKept = useSuggestion(phrase, siteId, keeperId)
  const { setValue } = useFormContext()
  const choose = (_: unknown, isChosen: boolean) => setValue(pathOf('isKept'), isChosen)
  return (
    <Box role="status">
      {phrase !== undefined && (
        <Box sx={{ borderInlineStart: '3px solid', borderColor: 'primary.main', paddingInlineStart: 2, my: 1.5 }}>
          <Typography variant="body2">{t('promise.sounds')}</Typography>
          <FormControlLabel
            control={<Checkbox checked={isKept} onChange={choose} size="small" />}
            label={t('promise.keep')}
            slotProps={{ typography: { variant: 'body2' } }}
          />
          {isKept &&
            Object.entries(inputs).map(([name, field]) => (
              <Input key={name} resource={CasePromise.resource} source={pathOf(name)} field={field} />
            ))}
        </Box>
      )}
    </Box>
  )
}

/** The sentence that sounds like a promise, a moment after it was written. */
function usePhrase(sources: readonly string[]): string | undefined {
  const written: readonly unknown[] = useWatch({ name: [...sources] })
  const whole = useDeferredValue(written.filter((each) => typeof each === 'string').join('\n'))
  return useMemo(() => findPromise(whole)?.phrase.slice(0, longest), [whole])
}

/** Most letters of a promise. */
const longest = 1000

/** Fills the promise in as the sentence grows, and leaves alone what the person has changed; whether it is to be kept. */
function useSuggestion(phrase: string | undefined, siteId: string, keeperId: string): boolean {
  const { getValues, setValue } = useFormContext()
  const { data: site } = useGetOne<Site>('sites', { id: siteId })
  const last = useRef<Readonly<Record<string, unknown>>>({})
  useEffect(() => {
    // Without a promise there is nothing to keep; one that the person declined stays declined.
    if (phrase === undefined) return setValue(pathOf('isSeen'), false)
    const due = site && suggestedDueAt(phrase, site, new Date().toISOString())
    const suggestion = { text: phrase, ...(due && { dueAt: due }), ownerId: keeperId }
    for (const [name, value] of Object.entries(suggestion)) {
      const now = getValues(pathOf(name)) || undefined
      if (now === undefined || now === last.current[name]) setValue(pathOf(name), value)
    }
    last.current = suggestion
    if (getValues(pathOf('isKept')) === undefined) setValue(pathOf('isKept'), true)
    return setValue(pathOf('isSeen'), true)
  }, [phrase, site, keeperId, getValues, setValue])
  return useWatch({ name: pathOf('isKept') }) === true
}
