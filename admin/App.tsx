import { QueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import {
  CoreAdminContext,
  CoreAdminUI,
  CustomRoutes,
  localStorageStore,
  Notification,
  Resource,
  type ResourceProps,
} from 'react-admin'
import { Route } from 'react-router-dom'
import { Layout } from '#admin/frame/Layout.tsx'
import { Loading } from '#admin/frame/Loading.tsx'
import { Login } from '#admin/frame/Login.tsx'
import { NotFound } from '#admin/frame/NotFound.tsx'
import { ThemeFrame } from '#admin/frame/ThemeFrame.tsx'
import { i18nProvider } from '#admin/language/i18n.ts'
import { auth, provider } from '#admin/provider/index.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'

const Home = lazy(() => import('#admin/home/Home.tsx').then((page) => ({ default: page.Home })))
const EntityList = lazy(() => import('#admin/entity/EntityList.tsx').then((page) => ({ default: page.EntityList })))
const EntityCreate = lazy(() =>
  import('#admin/entity/EntityCreate.tsx').then((page) => ({ default: page.EntityCreate })),
)
const EntityEdit = lazy(() => import('#admin/entity/EntityEdit.tsx').then((page) => ({ default: page.EntityEdit })))
const EntityShow = lazy(() => import('#admin/entity/EntityShow.tsx').then((page) => ({ default: page.EntityShow })))
const CaseShow = lazy(() => import('#admin/cases/CaseShow.tsx').then((page) => ({ default: page.CaseShow })))
const Intake = lazy(() => import('#admin/cases/Intake.tsx').then((page) => ({ default: page.Intake })))
const FileShow = lazy(() => import('#admin/settlements/FileShow.tsx').then((page) => ({ default: page.FileShow })))
const BatchShow = lazy(() => import('#admin/settlements/BatchShow.tsx').then((page) => ({ default: page.BatchShow })))
const SurveyShow = lazy(() => import('#admin/surveys/SurveyShow.tsx').then((page) => ({ default: page.SurveyShow })))
const JobShow = lazy(() => import('#admin/jobs/JobShow.tsx').then((page) => ({ default: page.JobShow })))
const ImportPage = lazy(() => import('#admin/transfer/ImportPage.tsx').then((page) => ({ default: page.ImportPage })))
const Results = lazy(() => import('#admin/surveys/Results.tsx').then((page) => ({ default: page.Results })))

/** Pages made by hand, where people spend their day; every other page is drawn from the declaration. */
const handMade: Readonly<Record<string, Partial<ResourceProps>>> = {
  cases: { show: CaseShow, create: Intake },
  'settlement-files': { show: FileShow },
  batches: { show: BatchShow },
  surveys: { show: SurveyShow },
  jobs: { show: JobShow },
}

const store = localStorageStore('1', 'redress')
const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: 1, refetchOnWindowFocus: false } },
})

const resource = (entity: Entity): ReactNode => (
  <Resource
    key={entity.resource}
    name={entity.resource}
    recordRepresentation={entity.title}
    list={EntityList}
    show={EntityShow}
    create={entity.access.create.length > 0 ? EntityCreate : undefined}
    edit={entity.access.update.length > 0 && !entity.isAppendOnly ? EntityEdit : undefined}
    {...handMade[entity.resource]}
  >
    <Route path="import" element={<ImportPage />} />
  </Resource>
)

/** The site map. */
export function App() {
  return (
    <CoreAdminContext
      authProvider={auth}
      dataProvider={provider}
      i18nProvider={i18nProvider}
      store={store}
      queryClient={queryClient}
    >
      <ThemeFrame>
        <Suspense fallback={<Loading />}>
          <CoreAdminUI
            title="Redress"
            disableTelemetry
            requireAuth
            layout={Layout}
            loginPage={Login}
            dashboard={Home}
            loading={Loading}
            catchAll={NotFound}
            accessDenied={NotFound}
          >
            {entities.map(resource)}
            <CustomRoutes>
              <Route path="/survey-results" element={<Results />} />
              <Route path="/survey-results/:surveyId" element={<Results />} />
            </CustomRoutes>
          </CoreAdminUI>
          <Notification />
        </Suspense>
      </ThemeFrame>
    </CoreAdminContext>
  )
}
