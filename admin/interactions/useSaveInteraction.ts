import { useRef, useState } from 'react'
import { type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import { promiseOf, promisePath } from '#admin/promises/promiseForm.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { interactionOf } from './interactionForm.ts'

/**
 * Saves the contact that a form describes, and then the promise that was made in it, which names it. When only the promise
 * is refused, the contact is not written down a second time.
 */
export function useSaveInteraction(record: RaRecord, close: () => void) {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<string>()
  const written = useRef<RaRecord>(undefined)
  const about = { caseId: record.id, patientId: record.patientId }
  const save = async (values: object) => {
    setRefusal(undefined)
    try {
      const write = () => provider.create('interactions', { data: { ...interactionOf(values), ...about } })
      written.current ??= (await write()).data
    } catch (error) {
      setRefusal(failure(error))
      return problemOf(error)?.errors
    }
    const promise = promiseOf(values as RecordValues)
    try {
      const link = { caseId: record.id, interactionId: written.current?.id }
      if (promise) await provider.create('promises', { data: { kind: 'patient-promise', ...promise, ...link } })
    } catch (error) {
      setRefusal(t('contact.promiseLeft', { reason: failure(error) }))
      refresh()
      const errors = problemOf(error)?.errors
      return errors && { [promisePath]: errors }
    }
    notify(t('contact.logged'), { type: 'success' })
    close()
    refresh()
    return undefined
  }
  return { save, refusal }
}
