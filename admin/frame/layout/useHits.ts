import { useEffect, useState } from 'react'
import { type RaRecord, useDataProvider, usePermissions } from 'react-admin'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { isSearchable } from '#shared/values/search.ts'

/** A record that a search found. */
export interface Hit {
  readonly resource: string
  readonly id: string
  readonly title: string
  readonly detail: string
}

const resources = ['patients', 'cases', 'settlement-files'] as const

/** Patients, cases and files whose name or number has a text in it, as far as the person may read them. */
export function useHits(text: string): { hits: Hit[]; isSearching: boolean } {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const [result, setResult] = useState<{ text: string; hits: Hit[] }>({ text: '', hits: [] })
  useEffect(() => {
    if (!isSearchable(text)) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(
        resources
          .filter((resource) => me && holds(me, resource, 'read'))
          .map((resource) =>
            provider
              .page(resource, { filter: { q: text }, limit: 5, signal: stop.signal })
              .then(({ rows }) => rows.map((row) => hitOf(resource, row))),
          ),
      )
      if (!stop.signal.aborted)
        setResult({ text, hits: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])) })
    }, 200)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, provider, me])
  const isCurrent = result.text === text
  return { hits: isCurrent ? result.hits : [], isSearching: isSearchable(text) && !isCurrent }
}

function hitOf(resource: string, row: RaRecord): Hit {
  const id = String(row.id)
  if (resource === 'patients')
    return {
      resource,
      id,
      title: row.name,
      detail: [row.memberNumber, row.phone].filter((each) => each && !isErasedText(each)).join(' · '),
    }
  return { resource, id, title: row.number ?? id, detail: row.patientName ?? '' }
}
