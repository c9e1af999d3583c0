import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined'
import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined'
import BadgeOutlined from '@mui/icons-material/BadgeOutlined'
import BarChartOutlined from '@mui/icons-material/BarChartOutlined'
import BusinessOutlined from '@mui/icons-material/BusinessOutlined'
import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined'
import ChatBubbleOutline from '@mui/icons-material/ChatBubbleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FolderOutlined from '@mui/icons-material/FolderOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import LabelOutlined from '@mui/icons-material/LabelOutlined'
import MailOutline from '@mui/icons-material/MailOutlined'
import PeopleOutline from '@mui/icons-material/PeopleOutlined'
import PhoneInTalkOutlined from '@mui/icons-material/PhoneInTalkOutlined'
import PlaceOutlined from '@mui/icons-material/PlaceOutlined'
import QuizOutlined from '@mui/icons-material/QuizOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import TuneOutlined from '@mui/icons-material/TuneOutlined'
import ViewKanbanOutlined from '@mui/icons-material/ViewKanbanOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import WbSunnyOutlined from '@mui/icons-material/WbSunnyOutlined'
import type { ComponentType } from 'react'
import type { Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { reportReaders } from '#admin/reports/reportScope.ts'
import type { MenuIcon, MenuPlace } from '#shared/declaration/menu.ts'
import { caseStaff, type Role } from '#shared/declaration/roles.ts'
import { entities } from '#shared/entities/index.ts'

type Icon = ComponentType<{ fontSize?: 'small' }>

/** One line of the menu: a page of its own, or the list of a resource. */
export interface MenuEntry {
  readonly group: MenuPlace['group']
  readonly to: string
  readonly icon: Icon
  readonly resource?: string
  /** Who sees it; everybody who may read the resource when absent. */
  readonly roles?: readonly Role[]
  /** Key of its name, for a page that is no resource's list. */
  readonly label?: string
  /** The right on the resource that it needs; to read without it. */
  readonly right?: string
  /** Keys that lead to it from everywhere. */
  readonly keys?: string
}

const icons: Readonly<Record<MenuIcon, Icon>> = {
  badge: BadgeOutlined,
  building: BusinessOutlined,
  calendar: EventNoteOutlined,
  card: CardMembershipOutlined,
  chat: ChatBubbleOutline,
  eye: VisibilityOutlined,
  failure: ErrorOutline,
  folder: FolderOutlined,
  form: QuizOutlined,
  hourglass: HourglassEmpty,
  inventory: Inventory2Outlined,
  label: LabelOutlined,
  mail: MailOutline,
  people: PeopleOutline,
  place: PlaceOutlined,
  reply: FactCheckOutlined,
  scales: GavelOutlined,
  send: SendOutlined,
  tune: TuneOutlined,
}

const pages: readonly MenuEntry[] = [
  { group: 'desk', to: '/', icon: WbSunnyOutlined, label: 'home.title' },
  {
    group: 'desk',
    to: '/cases/create',
    icon: AddCommentOutlined,
    resource: 'cases',
    label: 'case.open',
    right: 'create',
    keys: 'Alt+N',
  },
  { group: 'desk', to: '/cases/board', icon: ViewKanbanOutlined, resource: 'cases', label: 'board.title' },
  { group: 'desk', to: '/calls', icon: PhoneInTalkOutlined, label: 'calls.title', roles: caseStaff },
  { group: 'desk', to: '/reports', icon: BarChartOutlined, label: 'reports.title', roles: reportReaders },
  { group: 'surveys', to: '/survey-results', icon: AssessmentOutlined, resource: 'surveys', label: 'results.title' },
]

const lists = entities.flatMap(({ resource, menu }): MenuEntry[] =>
  menu ? [{ group: menu.group, to: `/${resource}`, icon: icons[menu.icon], resource }] : [],
)

const groups: readonly MenuPlace['group'][] = ['desk', 'surveys', 'settlements', 'people', 'settings']

/** The groups of the menu in order, each with its pages and then its lists, as the registry has them. */
export const menu = groups.map((group) => ({
  group,
  entries: [...pages, ...lists].filter((entry) => entry.group === group),
}))

/** The menu as a person sees it: what they may read, without empty groups. */
export const offeredMenu = (me: Me | undefined) =>
  menu
    .map(({ group, entries }) => ({ group, entries: entries.filter((entry) => me && isOffered(entry, me)) }))
    .filter(({ entries }) => entries.length > 0)

/** The lines of that menu, one after the other. */
export const offeredEntries = (me: Me): MenuEntry[] => offeredMenu(me).flatMap(({ entries }) => entries)

const isOffered = ({ resource, right = 'read', roles }: MenuEntry, me: Me): boolean =>
  (!resource || holds(me, resource, right)) && (!roles || me.roles.some((role) => roles.includes(role)))

/** The name of a line. */
export const entryName = (words: Pick<Words, 't' | 'resource'>, { label, resource = '' }: MenuEntry): string =>
  label ? words.t(label) : words.resource(resource)
