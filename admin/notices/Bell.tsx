import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined'
import Badge from '@mui/material/Badge'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { useUnreadCount } from './useNotices.ts'

/** The highest number that fits on the bell. */
const most = 99

/** The way to the inbox, with the number of unread notices. */
export function Bell() {
  const { t, locale } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const unread = useUnreadCount(me?.id)
  // What stands on the bell is part of its name.
  const count = unread > most ? `${formatNumber(most, locale)}+` : formatNumber(unread, locale)
  const label = unread > 0 ? t('notices.bell', { count }) : t('notices.bellEmpty')
  return (
    <Tooltip title={label}>
      <IconButton component={Link} to="/notices" aria-label={label}>
        <Badge badgeContent={unread > 0 ? count : undefined} color="primary">
          <NotificationsNoneOutlined fontSize="small" />
        </Badge>
      </IconButton>
    </Tooltip>
  )
}
