import { useState } from 'react'
import { useDataProvider, useNotify, useRefresh } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'

/** Creates a record from a dialog, says so and closes it; what is refused is said, and stays as it was typed. */
export function useSaveNew(resource: string, said: string, close: () => void) {
  const { failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<string>()
  const save = async (data: object): Promise<object | undefined> => {
    try {
      await provider.create(resource, { data })
      notify(said, { type: 'success' })
      close()
      refresh()
      return undefined
    } catch (error) {
      setRefusal(failure(error))
      return problemOf(error)?.errors
    }
  }
  return { save, refusal }
}
