import { CoreAdminContext, memoryStore, usePermissions } from 'react-admin'
import { createRoot } from 'react-dom/client'
import { ThemeFrame } from '#admin/frame/ThemeFrame.tsx'
import { i18nProvider } from '#admin/language/i18n.ts'
import { Sites } from '#admin/language/Sites.tsx'
import type { ListPage, Me, PageRequest, RedressProvider, RowPatch } from '#admin/provider/contract.ts'
import { SheetPage } from '#admin/sheet/SheetPage.tsx'
import { Patient } from '#shared/entities/patient.ts'
import { person } from '#test/admin/fake/person.ts'

const site = { id: 'site_01J7M4VHCQWSWZN2E66X7BJTTD', name: 'Main hospital', timeZone: 'Asia/Riyadh', currency: 'SAR' }
const names = ['Huda Nasser', 'Lina Aziz', '李明', 'نورة السالم', 'Jānis Ozols', 'Salma Idris']

const patientAt = (place: number) => ({
  ...Patient.example,
  id: `patient_${String(place).padStart(26, '0')}`,
  version: 1,
  siteId: site.id,
  name: `${names[place % names.length]} ${place}`,
  memberNumber: `M-${place}`,
  phone: `+9665${String(place).padStart(8, '0')}`,
})

/** What was saved, by the id of the record. */
const saved = new Map<string, Readonly<Record<string, unknown>>>()

const patientOf = (id: string) => ({ ...patientAt(Number(id.slice('patient_'.length))), ...saved.get(id) })

/** Answers a page of a list of that many patients, each made when it is asked for. */
function pageOf(count: number, { range, cursor, limit }: PageRequest): ListPage {
  const [first, last] = range ?? [Number(cursor ?? 0), Number(cursor ?? 0) + limit - 1]
  const rows = Array.from({ length: Math.max(0, Math.min(count, last + 1) - first) }, (_, index) =>
    patientOf(patientAt(first + index).id),
  )
  return { rows, total: count, cursor: last + 1 < count ? String(last + 1) : undefined, asOf: new Date().toISOString() }
}

const providerOf = (count: number) =>
  ({
    getOne: async () => ({ data: site }),
    getMany: async (resource: string, { ids }: { ids: string[] }) => ({
      data: ids.map((id) => (resource === 'patients' ? patientOf(id) : { ...site, id })),
    }),
    getList: async (resource: string) => ({ data: resource === 'sites' ? [site] : [], total: 0 }),
    page: async (resource: string, request: PageRequest) =>
      resource === 'patients' ? pageOf(count, request) : { rows: [], total: 0, cursor: undefined, asOf: undefined },
    rows: async (_: string, patches: readonly RowPatch[]) =>
      patches.map(({ id, changes, version = 1 }) => {
        saved.set(id, { ...saved.get(id), ...changes, version: version + 1 })
        return { id, ok: true, record: patientOf(id) }
      }),
    history: async () => [],
  }) as unknown as RedressProvider

const auth = {
  login: async () => {},
  logout: async () => {},
  checkAuth: async () => {},
  checkError: async () => {},
  getPermissions: async () => person('admin', 'officer'),
}

/** Draws the sheet of that many patients in a language. */
export function show(count: number, locale: string): void {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(
    <CoreAdminContext
      dataProvider={providerOf(count)}
      authProvider={auth}
      i18nProvider={i18nProvider}
      store={memoryStore({ locale, theme: 'light' })}
    >
      <ThemeFrame>
        <Sites>
          <main style={{ height: '100vh' }}>
            <Patients />
          </main>
        </Sites>
      </ThemeFrame>
    </CoreAdminContext>,
  )
}

function Patients() {
  const { permissions } = usePermissions<Me>()
  return permissions ? <SheetPage entity={Patient} me={permissions} /> : null
}
