import { useEffect, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { ImportTable } from '#admin/transfer/file/importTable.ts'
import { sendSentence, sendTable } from './sendFile.ts'

/** Uploads a table that does not fit into a request, once however often it is asked for; nothing for a shorter one. */
export function useTableUpload(table: ImportTable) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const sent = useRef<{ readonly table: ImportTable; readonly id: string }>(undefined)
  const stop = useRef(new AbortController())
  const [share, setShare] = useState<number>()
  useEffect(() => {
    const own = new AbortController()
    stop.current = own
    return () => own.abort()
  }, [])
  const uploadOf = async (): Promise<string | undefined> => {
    if (!table.isLong) return undefined
    if (sent.current?.table === table) return sent.current.id
    setShare(0)
    try {
      const id = await sendTable(provider, table.name, table.content, { report: setShare, signal: stop.current.signal })
      sent.current = { table, id }
      return id
    } catch (error) {
      throw new Error(sendSentence(words, error, table.name))
    } finally {
      setShare(undefined)
    }
  }
  return { uploadOf, share }
}
