import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { usePermissions } from 'react-admin'
import { Link, useLocation } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { type MenuEntry, menu } from './menuEntries.tsx'

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
  const isOffered = ({ resource, right = 'read', roles }: MenuEntry) =>
    (!resource || permissions?.permissions.includes(`${resource}.${right}`)) &&
    (!roles || permissions?.roles.some((role) => roles.includes(role)))
  return (
    <Box onClick={close} sx={{ px: 1.5, pb: 3, overflowY: 'auto' }}>
      {menu
        .map(({ group, entries }) => ({ group, entries: entries.filter(isOffered) }))
        .filter(({ entries }) => entries.length > 0)
        .map(({ group, entries }) => (
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
            {entries.map(({ to, icon: Icon, resource = '', label, keys }) => (
              <Typography
                key={to}
                variant="body2"
                component={Link}
                to={to}
                aria-current={to === current ? 'page' : undefined}
                aria-keyshortcuts={keys}
                sx={linkStyle}
              >
                <Icon fontSize="small" />
                <Box component="span" sx={{ flex: 1 }}>
                  {label ? words.t(label) : words.resource(resource)}
                </Box>
                {keys && (
                  <kbd aria-hidden dir="ltr">
                    {keys}
                  </kbd>
                )}
              </Typography>
            ))}
          </Box>
        ))}
    </Box>
  )
}

/** The entry that a page belongs to: the one whose address says the most of the page's own. */
const placeOf = (pathname: string): string | undefined =>
  menu
    .flatMap(({ entries }) => entries.map(({ to }) => to))
    .filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .toSorted((a, b) => b.length - a.length)[0]
