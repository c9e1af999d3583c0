import { type ReactNode, useState } from 'react'
import { ListContext, usePermissions } from 'react-admin'
import { Select } from '#admin/frame/Select.tsx'
import type { Me } from '#admin/provider/contract.ts'
import { Case } from '#shared/entities/case.ts'
import { Find } from './Find.tsx'
import { Chips } from './filter/Chips.tsx'
import { FilterBuilder } from './filter/FilterBuilder.tsx'
import { Groups } from './groups/Groups.tsx'
import { Status } from './Status.tsx'
import { useOpenList } from './useOpenList.ts'
import type { ListParameters } from './view/listParameters.ts'
import { OrderList } from './view/OrderList.tsx'

const filter = {
  status_eq_any: ['received', 'assessed'],
  receivedAt_gte: '2026-03-15',
  disputedMinor_gte: 145_000,
  ownerId: 'user_01J7M4VHCQWSWZN2E66X7BJTTD',
  q: 'nasser',
}

/** The list of cases around a component, filtered, ordered and grouped. */
function Cases({ children }: { children: ReactNode }) {
  const { permissions: me } = usePermissions<Me>()
  return me ? <OpenCases me={me}>{children}</OpenCases> : null
}

function OpenCases({ me, children }: { me: Me; children: ReactNode }) {
  const [parameters, change] = useState<ListParameters>({ filter, order: [['status', 'ASC']], group: 'status' })
  const view = {
    parameters,
    dropped: [],
    forgetDropped: () => {},
    change: (changes: Partial<ListParameters>) => change({ ...parameters, ...changes }),
  }
  const list = useOpenList(Case, me, view, noViews, () => {})
  return <ListContext.Provider value={list}>{children}</ListContext.Provider>
}

const noViews = { views: [], readAgain: async () => {} }

const inCases = (content: ReactNode) => ({ render: () => <Cases>{content}</Cases> })

export const FiltersInForce = inCases(<Chips />)
export const FilterByChoice = inCases(<FilterBuilder filter="type" close={() => {}} />)
export const FilterByDays = inCases(<FilterBuilder filter="receivedAt" close={() => {}} />)
export const FilterByAmount = inCases(<FilterBuilder filter="disputedMinor" close={() => {}} />)
export const FilterByRecord = inCases(<FilterBuilder filter="ownerId" close={() => {}} />)
export const GroupsByStatus = inCases(<Groups group="status" />)
export const OrderOfColumns = inCases(<OrderList />)
export const SearchBox = inCases(<Find />)
export const RowsOnTheScreen = inCases(<Status visible={{ first: 0, last: 24 }} />)

export const ChoiceOfOne = {
  render: () => (
    <Select
      label="Month"
      value="2026-03"
      options={[{ value: '2026-03', label: 'March 2026' }]}
      change={() => {}}
      width={200}
    />
  ),
}
