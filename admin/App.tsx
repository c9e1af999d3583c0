import { type Query, QueryClient } from '@tanstack/react-query'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import {
  CoreAdminContext,
  CoreAdminUI,
  CustomRoutes,
  localStorageStore,
  Notification,
  Resource,
  type ResourceProps,
} from 'react-admin'
import { createHashRouter, Route, RouterProvider } from 'react-router-dom'
import { Loading } from '#admin/frame/Loading.tsx'
import { Layout } from '#admin/frame/layout/Layout.tsx'
import { NotFound } from '#admin/frame/NotFound.tsx'
import { SessionEnded } from '#admin/frame/session/SessionEnded.tsx'
import { ThemeFrame } from '#admin/frame/ThemeFrame.tsx'
import { i18nProvider } from '#admin/language/i18n.ts'
import { auth, provider } from '#admin/provider/index.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'

/** A page as a chunk of its own, fetched when it is opened. */
const page = <N extends string>(name: N, load: () => Promise<Record<N, ComponentType>>) =>
  lazy(() => load().then((module) => ({ default: module[name] })))

const Login = page('Login', () => import('#admin/frame/layout/Login.tsx'))
const Home = page('Home', () => import('#admin/home/Home.tsx'))
const EntityList = page('EntityList', () => import('#admin/entity/pages/EntityList.tsx'))
const EntityCreate = page('EntityCreate', () => import('#admin/entity/pages/EntityCreate.tsx'))
const EntityEdit = page('EntityEdit', () => import('#admin/entity/pages/EntityEdit.tsx'))
const EntityShow = page('EntityShow', () => import('#admin/entity/pages/EntityShow.tsx'))
const CaseShow = page('CaseShow', () => import('#admin/cases/page/CaseShow.tsx'))
const Board = page('Board', () => import('#admin/cases/board/Board.tsx'))
const Intake = page('Intake', () => import('#admin/cases/intake/Intake.tsx'))
const PatientShow = page('PatientShow', () => import('#admin/patients/PatientShow.tsx'))
const ContractShow = page('ContractShow', () => import('#admin/settlements/ContractShow.tsx'))
const ContractCreate = page('ContractCreate', () => import('#admin/settlements/ContractCreate.tsx'))
const FileShow = page('FileShow', () => import('#admin/settlements/FileShow.tsx'))
const BatchShow = page('BatchShow', () => import('#admin/settlements/BatchShow.tsx'))
const OfferShow = page('OfferShow', () => import('#admin/offers/OfferShow.tsx'))
const RuleShow = page('RuleShow', () => import('#admin/offers/RuleShow.tsx'))
const RuleCreate = page('RuleCreate', () => import('#admin/offers/ruleForms.tsx'))
const RuleEdit = page('RuleEdit', () => import('#admin/offers/ruleForms.tsx'))
const ReportShow = page('ReportShow', () => import('#admin/special-reports/ReportShow.tsx'))
const LetterShow = page('LetterShow', () => import('#admin/letters/LetterShow.tsx'))
const SurveyShow = page('SurveyShow', () => import('#admin/surveys/SurveyShow.tsx'))
const SurveyCreate = page('SurveyCreate', () => import('#admin/surveys/surveyForms.tsx'))
const SurveyEdit = page('SurveyEdit', () => import('#admin/surveys/surveyForms.tsx'))
const InvitationShow = page('InvitationShow', () => import('#admin/surveys/InvitationShow.tsx'))
const Results = page('Results', () => import('#admin/surveys/Results.tsx'))
const CallsToday = page('CallsToday', () => import('#admin/follow-ups/CallsToday.tsx'))
const FollowUpShow = page('FollowUpShow', () => import('#admin/follow-ups/FollowUpShow.tsx'))
const WeekSummaryPage = page('WeekSummaryPage', () => import('#admin/follow-ups/WeekSummaryPage.tsx'))
const Reports = page('Reports', () => import('#admin/reports/Reports.tsx'))
const JobShow = page('JobShow', () => import('#admin/jobs/JobShow.tsx'))
const Inbox = page('Inbox', () => import('#admin/notices/Inbox.tsx'))
const UserShow = page('UserShow', () => import('#admin/users/UserShow.tsx'))
const Profiles = page('Profiles', () => import('#admin/settings/Profiles.tsx'))
const ProfileShow = page('ProfileShow', () => import('#admin/settings/ProfileShow.tsx'))
const ProfileCreate = page('ProfileCreate', () => import('#admin/settings/ProfileShow.tsx'))
const SiteShow = page('SiteShow', () => import('#admin/settings/ProfileShow.tsx'))
const Terms = page('Terms', () => import('#admin/settings/Terms.tsx'))
const ImportPage = page('ImportPage', () => import('#admin/transfer/ImportPage.tsx'))

/** Pages made by hand, where people spend their day; every other page is drawn from the declaration. */
const handMade: Readonly<Record<string, Partial<ResourceProps>>> = {
  cases: { show: CaseShow, create: Intake },
  'follow-ups': { show: FollowUpShow },
  patients: { show: PatientShow },
  contracts: { show: ContractShow, create: ContractCreate },
  'settlement-files': { show: FileShow },
  batches: { show: BatchShow },
  'special-reports': { show: ReportShow },
  letters: { show: LetterShow },
  offers: { show: OfferShow },
  'offer-rules': { show: RuleShow, create: RuleCreate, edit: RuleEdit },
  surveys: { show: SurveyShow, create: SurveyCreate, edit: SurveyEdit },
  invitations: { show: InvitationShow },
  jobs: { show: JobShow },
  notices: { list: Inbox },
  users: { show: UserShow },
  sites: { show: SiteShow },
  'site-profiles': { list: Profiles, show: ProfileShow, create: ProfileCreate },
  terms: { list: Terms },
}

const store = localStorageStore('1', 'redress')
// A list leaves its rows behind as records; a page reads its own record again, for rows lack what has no column.
const staleTime = ({ queryKey }: Query): number => (queryKey[1] === 'getOne' ? 0 : 5_000)
const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime, retry: 1, refetchOnWindowFocus: false } },
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
    {entity.resource === 'cases' && <Route path="board" element={<Board />} />}
  </Resource>
)

/** The site map. */
function Pages() {
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
              <Route path="/calls" element={<CallsToday />} />
              <Route path="/follow-ups/summary" element={<WeekSummaryPage />} />
              <Route path="/reports" element={<Reports />} />
              <Route path="/survey-results" element={<Results />} />
              <Route path="/survey-results/:surveyId" element={<Results />} />
            </CustomRoutes>
          </CoreAdminUI>
          <Notification />
          <SessionEnded />
        </Suspense>
      </ThemeFrame>
    </CoreAdminContext>
  )
}

const router = createHashRouter([{ path: '*', element: <Pages /> }])

/**
 * The panel. Navigation is no transition: where nobody is signed in, react-admin asks for the sign-in page, forgets what it
 * read and asks again, thousands of times, and a transition would wait for the end of that.
 */
export const App = () => <RouterProvider router={router} useTransitions={false} />
