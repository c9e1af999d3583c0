import type { ReactNode } from 'react'
import { CoreAdminContext, memoryStore } from 'react-admin'
import { createRoot } from 'react-dom/client'
import { ThemeFrame } from '#admin/frame/ThemeFrame.tsx'
import { i18nProvider } from '#admin/language/i18n.ts'
import { Sites } from '#admin/language/Sites.tsx'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { entityOf } from '#shared/entities/index.ts'
import { person } from '#test/admin/fake/person.ts'

/** One state of a component, in the component story format: how it is drawn, and who looks at it. */
interface Story {
  readonly render: () => ReactNode
  readonly parameters?: { readonly roles?: readonly Role[] }
}

const site = { id: 'site_01J7M4VHCQWSWZN2E66X7BJTTD', name: 'Main hospital', timeZone: 'Asia/Riyadh', currency: 'SAR' }

const recordOf = (resource: string, id: unknown) =>
  resource === 'sites' ? site : { ...entityOf(resource).example, [entityOf(resource).title]: 'Huda Nasser', id }

/** A provider in memory: each record exists, each list is empty, except that of the sites; groups have two currencies. */
const provider = {
  getOne: async (resource: string, { id }: { id: unknown }) => ({ data: recordOf(resource, id) }),
  getMany: async (resource: string, { ids }: { ids: unknown[] }) => ({ data: ids.map((id) => recordOf(resource, id)) }),
  getList: async (resource: string) => ({ data: resource === 'sites' ? [site] : [], total: 0 }),
  page: async () => ({ rows: [], total: 1234, cursor: undefined, asOf: '2026-11-20T08:15:00.000Z' }),
  groups: async () =>
    [
      ['received', 'SAR'],
      ['closed', 'KWD'],
    ].map(([status, currency]) => ({ key: { status, currency }, count: 12, sums: { disputedMinor: 145_000 } })),
  history: async () => [],
} as unknown as RedressProvider

const auth = (roles: readonly Role[]) => ({
  login: async () => {},
  logout: async () => {},
  checkAuth: async () => {},
  checkError: async () => {},
  getPermissions: async () => person(...roles),
})

const root = createRoot(document.body.appendChild(document.createElement('div')), { onCaughtError: () => {} })

/** Draws one story in a language and a theme in place of the one before. */
export function show(name: string, { render: Content, parameters }: Story, locale: string, theme: string): void {
  root.render(
    <CoreAdminContext
      key={`${name} ${locale}`}
      dataProvider={provider}
      authProvider={auth(parameters?.roles ?? ['officer'])}
      i18nProvider={i18nProvider}
      store={memoryStore({ locale, theme })}
    >
      <ThemeFrame>
        <Sites>
          <main id="content" data-story={name}>
            <h1>{name}</h1>
            <Content />
          </main>
        </Sites>
      </ThemeFrame>
    </CoreAdminContext>,
  )
}
