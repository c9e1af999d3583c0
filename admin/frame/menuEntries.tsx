import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined'
import BadgeOutlined from '@mui/icons-material/BadgeOutlined'
import BusinessOutlined from '@mui/icons-material/BusinessOutlined'
import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined'
import ChatBubbleOutline from '@mui/icons-material/ChatBubbleOutlined'
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FolderOutlined from '@mui/icons-material/FolderOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import MailOutline from '@mui/icons-material/MailOutlined'
import PeopleOutline from '@mui/icons-material/PeopleOutlined'
import PlaceOutlined from '@mui/icons-material/PlaceOutlined'
import QuizOutlined from '@mui/icons-material/QuizOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import WbSunnyOutlined from '@mui/icons-material/WbSunnyOutlined'
import type { ComponentType } from 'react'

/** One line of the menu: a page of its own, or the list of a resource. */
export interface MenuEntry {
  readonly to: string
  readonly icon: ComponentType<{ fontSize?: 'small' }>
  readonly resource?: string
  /** Key of its name, for a page that is no resource's list. */
  readonly label?: string
}

const list = (resource: string, icon: MenuEntry['icon']): MenuEntry => ({ to: `/${resource}`, icon, resource })

/** The five groups of the menu, in order. */
export const menu: readonly { readonly group: string; readonly entries: readonly MenuEntry[] }[] = [
  {
    group: 'desk',
    entries: [{ to: '/', icon: WbSunnyOutlined, label: 'home.title' }, list('cases', ChatBubbleOutline)],
  },
  {
    group: 'surveys',
    entries: [
      { to: '/survey-results', icon: AssessmentOutlined, resource: 'surveys', label: 'results.title' },
      list('surveys', QuizOutlined),
      list('invitations', SendOutlined),
      list('responses', FactCheckOutlined),
    ],
  },
  {
    group: 'settlements',
    entries: [
      list('settlement-files', FolderOutlined),
      list('batches', Inventory2Outlined),
      list('payers', BusinessOutlined),
      list('contracts', GavelOutlined),
      list('coverages', CardMembershipOutlined),
    ],
  },
  { group: 'people', entries: [list('patients', PeopleOutline), list('encounters', EventNoteOutlined)] },
  {
    group: 'settings',
    entries: [
      list('users', BadgeOutlined),
      list('sites', PlaceOutlined),
      list('messages', MailOutline),
      list('jobs', HourglassEmpty),
    ],
  },
]
