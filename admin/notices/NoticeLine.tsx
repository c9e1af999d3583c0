import DoneIcon from '@mui/icons-material/Done'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { formatDistance, formatFully } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { Notice } from '#shared/entities/notice.ts'
import { noticeAddress } from '#shared/rules/notices/noticeAddress.ts'
import { noticeGaps } from '#shared/rules/notices/noticeGaps.ts'

interface NoticeLineProps {
  readonly notice: Notice
  /** Marks it as read; absent for one that was. */
  readonly read?: () => void
}

/** A notice as one line that leads to its record, and the button that marks it as read. */
export function NoticeLine({ notice, read }: NoticeLineProps) {
  const words = useWords()
  const { t, locale } = words
  const zone = useSites().zoneOf(notice.siteId)
  const sentence = t(`resources.notices.values.rule.${notice.rule}`, noticeGaps(notice, locale, zone))
  const { createdAt = '' } = notice
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      sx={{ alignItems: 'center', borderTop: 1, borderColor: 'divider' }}
    >
      <Box
        component={Link}
        to={noticeAddress(notice)}
        onClick={read}
        sx={{
          flex: 1,
          minWidth: 0,
          py: 1,
          color: 'text.primary',
          textDecoration: 'none',
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Typography variant="body2" component="div" dir="auto" sx={{ fontWeight: read ? 600 : 400 }}>
          {sentence}
        </Typography>
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          {notice.urgency === 'urgent' && (
            <Typography variant="caption" component="span">
              <State entity={Notice} record={notice} name="urgency" />
            </Typography>
          )}
          <Typography
            variant="caption"
            color="textSecondary"
            component="time"
            dateTime={createdAt}
            title={createdAt && formatFully(createdAt, zone, locale)}
          >
            {createdAt && formatDistance(createdAt, locale)}
          </Typography>
        </Stack>
      </Box>
      {read && (
        <Tooltip title={words.action('notices', 'mark-read')}>
          <IconButton onClick={read} aria-label={t('notices.markRead', { notice: sentence })}>
            <DoneIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Stack>
  )
}
