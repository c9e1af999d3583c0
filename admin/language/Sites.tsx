import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useGetList, usePermissions } from 'react-admin'
import type { Me } from '#admin/provider/contract.ts'
import type { Site } from '#shared/entities/site.ts'

interface SitesContext {
  readonly sites: readonly Site[]
  /** The zone in which times of a site are shown; the person's first site without one. */
  readonly zoneOf: (siteId?: unknown) => string
  readonly currencyOf: (siteId?: unknown) => string
  readonly nameOf: (siteId?: unknown) => string | undefined
}

const none: SitesContext = { sites: [], zoneOf: () => 'UTC', currencyOf: () => 'SAR', nameOf: () => undefined }
const SitesContext = createContext<SitesContext>(none)

/** Reads the hospital's sites once; their zones and currencies are needed on every page. */
export function Sites({ children }: { children: ReactNode }) {
  const { data } = useGetList<Site>(
    'sites',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' } },
    { staleTime: 600_000 },
  )
  const { permissions } = usePermissions<Me>()
  const context = useMemo((): SitesContext => {
    const sites = data ?? []
    const byId = new Map(sites.map((site) => [site.id, site]))
    const ownSite = byId.get(permissions?.siteIds[0] ?? '') ?? sites[0]
    const siteOf = (id: unknown) => byId.get(String(id)) ?? ownSite
    return {
      sites,
      zoneOf: (id) => siteOf(id)?.timeZone ?? 'UTC',
      currencyOf: (id) => siteOf(id)?.currency ?? 'SAR',
      nameOf: (id) => byId.get(String(id))?.name,
    }
  }, [data, permissions])
  return <SitesContext.Provider value={context}>{children}</SitesContext.Provider>
}

/** The sites with their zones and currencies. */
export const useSites = (): SitesContext => useContext(SitesContext)
