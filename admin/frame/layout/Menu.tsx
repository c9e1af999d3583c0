import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { usePermissions } from 'react-admin'
import { Link, useLocation } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { entryName, type MenuEntry, menu, offeredMenu } from './menuEntries.tsx'

const linkStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 1.25,
  minHeight: 34,
  borderRadius: 1,
  color: 'text.secondary',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
  '&[aria-current]': { color: 'primary.main', fontWeight: 600, bgcolor: 'action.hover' },
} as const

/** The menu in five groups, of what the person may read; `close` runs when a line is pressed. */
export function Menu({ close }: { close?: () => void }) {
  const words = useWords()
  const { permissions } = usePermissions<Me>()
  const { pathname } = useLocation()
  const current = placeOf(pathname)
  return (
    <Box onClick={close} sx={{ px: 1.5, pb: 3, overflowY: 'auto' }}>
      {offeredMenu(permissions).map(({ group, entries }) => (
        <Box key={group} role="group" aria-labelledby={`menu-${group}`} sx={{ mt: 2 }}>
          <Typography
            id={`menu-${group}`}
            variant="caption"
            color="textSecondary"
            component="div"
            sx={{ px: 1.25, pb: 0.5, fontWeight: 600 }}
          >
            {words.t(`menu.${group}`)}
          </Typography>
          {entries.map((entry) => (
            <MenuLine key={entry.to} entry={entry} isCurrent={entry.to === current} />
          ))}
        </Box>
      ))}
    </Box>
  )
}

function MenuLine({ entry, isCurrent }: { entry: MenuEntry; isCurrent: boolean }) {
  const words = useWords()
  const { to, icon: Icon, keys } = entry
  return (
    <Typography
      variant="body2"
      component={Link}
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={keys}
      sx={linkStyle}
    >
      <Icon fontSize="small" />
      <Box component="span" sx={{ flex: 1 }}>
        {entryName(words, entry)}
      </Box>
      {keys && (
        <kbd aria-hidden dir="ltr">
          {keys}
        </kbd>
      )}
    </Typography>
  )
}

/** The entry that a page belongs to: the one whose address says the most of the page's own. */
const placeOf = (pathname: string): string | undefined =>
  menu
    .flatMap(({ entries }) => entries.map(({ to }) => to))
    .filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .toSorted((a, b) => b.length - a.length)[0]
