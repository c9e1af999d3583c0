import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Page, Section } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { useTermRows } from '#admin/language/Terms.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider, RowPatch } from '#admin/provider/contract.ts'
import { type TermList, termLists } from '#shared/declaration/field.ts'
import type { Term } from '#shared/entities/term.ts'
import { AddTerm } from './AddTerm.tsx'
import { moveId, TermTable } from './TermTable.tsx'
import { type ChangesById, lastPlace, moved } from './termOrder.ts'

/** The taxonomies of the hospital, each list in its order: added to, renamed, switched off, put in another order. */
export function Terms() {
  const words = useWords()
  const { t } = words
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const client = useQueryClient()
  const { permissions: me } = usePermissions<Me>()
  const [list, setList] = useState<TermList>('departments')
  const [isAdding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useTermRows(0)
  const terms = (data ?? [])
    .filter((each) => each.list === list)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || String(a.name).localeCompare(String(b.name)))
  const reread = () => client.invalidateQueries({ queryKey: ['terms'] })
  const change = async (changes: ChangesById) => {
    try {
      // A row of a list has no version.
      const { data: current } = await provider.getMany('terms', { ids: [...changes.keys()] })
      const patches = current.map(({ id, version }): RowPatch => ({ id, version, changes: changes.get(id) ?? {} }))
      const refused = (await provider.rows('terms', patches)).find((row) => !row.ok)
      if (refused) notify(refused.message, { type: 'error' })
    } catch (failure) {
      notify(words.failure(failure), { type: 'error' })
    }
    await reread()
  }
  const mayChange = me !== undefined && holds(me, 'terms', 'update')
  const add = mayChange && (
    <>
      <Button component={Link} to="/terms/import">
        {t('transfer.import')}
      </Button>
      <Button variant="contained" onClick={() => setAdding(true)}>
        {t('terms.add')}
      </Button>
    </>
  )
  return (
    <Page title={words.resource('terms')} actions={add} maxWidth={880}>
      <Stack spacing={2}>
        <Typography variant="body2" color="textSecondary">
          {t('terms.why')}
        </Typography>
        <Select
          label={t('terms.list')}
          width={260}
          value={list}
          change={setList}
          options={termLists.map((value) => ({ value, label: words.value('terms', 'list', value) }))}
        />
        <Section title={words.value('terms', 'list', list)}>
          {error && <ReadError error={error} again={refetch} />}
          {isPending && <Skeleton variant="rounded" height={240} />}
          {data && terms.length === 0 && <EmptyState>{t('terms.none')}</EmptyState>}
          {terms.length > 0 && (
            <TermTable
              terms={terms}
              label={words.value('terms', 'list', list)}
              mayChange={mayChange}
              move={(index, by) => void change(moved(terms, index, by)).then(() => focusMove(terms[index], by))}
              change={({ id }, changes) => change(new Map([[id, changes]]))}
            />
          )}
        </Section>
      </Stack>
      {isAdding && (
        <AddTerm list={list} position={lastPlace(terms)} close={() => setAdding(false)} done={() => void reread()} />
      )}
    </Page>
  )
}

/** Focuses the button again that moved a term, because a row that changes its place loses the focus. */
function focusMove(term: Term | undefined, by: -1 | 1): void {
  const button = (direction: -1 | 1) => document.getElementById(moveId(term?.id ?? '', direction))
  setTimeout(() => {
    const [same, other] = [button(by), button(by === 1 ? -1 : 1)]
    if (same?.matches(':enabled')) same.focus()
    else other?.focus()
  })
}
