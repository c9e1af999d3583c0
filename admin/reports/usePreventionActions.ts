import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { useSites } from '#admin/language/Sites.tsx'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Case } from '#shared/entities/case.ts'
import type { CasePromise } from '#shared/entities/promise.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import type { ReportScope } from './reportScope.ts'

/** Prevention actions that are read, the newest ones. */
const most = 200

/** A prevention action with the cause of the case from which it was promised. */
export interface PreventionAction {
  readonly id: string
  readonly cause: Case['cause']
  readonly promise: CasePromise
}

/** Reads what was promised from the cases of a period so that they do not happen again, the newest first. */
export function usePreventionActions(scope: ReportScope) {
  const { from, to, siteId, serviceLine } = scope
  const provider = useDataProvider<RedressProvider>()
  const { zoneOf } = useSites()
  const filter = {
    kind: 'prevention-action',
    status_neq: 'cancelled',
    // Nothing is promised before its case was received.
    createdAt_gte: from,
    ...(siteId && { siteId }),
    ...(serviceLine && { serviceLine }),
  }
  return useQuery({
    queryKey: ['promises', 'prevention actions', filter, to],
    queryFn: async ({ signal }): Promise<PreventionAction[]> => {
      const { rows } = await provider.page('promises', { filter, order: [['createdAt', 'DESC']], limit: most, signal })
      if (rows.length === 0) return []
      const columns = ['cause', 'receivedAt', 'siteId']
      const caseIds = [...new Set(rows.map(({ caseId }) => String(caseId)))]
      const [promises, cases] = await Promise.all([
        provider.getMany<CasePromise>('promises', { ids: rows.map(({ id }) => String(id)), signal }),
        provider.getMany<Case>('cases', { ids: caseIds, meta: { fields: columns }, signal }),
      ])
      const byId = new Map(cases.data.map((each) => [each.id, each]))
      const isWithin = ({ receivedAt, siteId }: Case) =>
        dayOf(wallAt(zoneOf(siteId), Date.parse(receivedAt))) >= from &&
        dayOf(wallAt(zoneOf(siteId), Date.parse(receivedAt))) <= to
      return promises.data.flatMap((promise) => {
        const matter = byId.get(promise.caseId)
        return matter && isWithin(matter) ? [{ id: promise.id, cause: matter.cause, promise }] : []
      })
    },
    placeholderData: keepPreviousData,
  })
}
