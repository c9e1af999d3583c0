import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthContext, TestMemoryRouter } from 'react-admin'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useActionStates } from '#admin/actions/useActionStates.ts'
import { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { person } from '../fake/person.ts'

const record = { ...Case.example, id: 'case_1', version: 1, status: 'received', siteId: 'site_1' }
const auth = { getPermissions: async () => person('officer') }

/** What a page knows of the steps of a case once it has these answers, each by the key that it is kept under. */
function statesWith(...answers: readonly (readonly [readonly unknown[], unknown])[]) {
  const client = new QueryClient()
  client.setQueryData(['auth', 'getPermissions', {}], person('officer'))
  for (const [key, answer] of answers) client.setQueryData(key, answer)
  let states: ReturnType<typeof useActionStates>
  function Page() {
    states = useActionStates(Case, record)
    return null
  }
  renderToStaticMarkup(
    <TestMemoryRouter>
      <QueryClientProvider client={client}>
        <AuthContext.Provider value={auth as never}>
          <Page />
        </AuthContext.Provider>
      </QueryClientProvider>
    </TestMemoryRouter>,
  )
  return states
}

test('no step is offered before the rules of its noun are there', () => {
  expect(statesWith()).toBeUndefined()
  expect(statesWith([['rules', 'cases'], { actions: {} }])).toMatchObject({ acknowledge: { isAllowed: true } })
})

test('a step waits for what its rule needs, also for the children of another record', () => {
  const needs = { others: { under: 'statements', id: () => 'case_2' } }
  const decide: ActionRule['decide'] = ({ related }) => (related.others?.length ? { changes: {} } : refuse('DELETED'))
  const rules = [['rules', 'cases'], { actions: { acknowledge: { needs, decide } } }] as const
  const children = ['cases', 'related', 'case_1', 1, 'others']
  expect(statesWith(rules)).toBeUndefined()
  expect(statesWith(rules, [children, []])?.acknowledge).toMatchObject({ refusal: { rule: 'DELETED' } })
  expect(statesWith(rules, [children, [{ id: 'statement_1' }]])?.acknowledge).toEqual({ isAllowed: true })
})
