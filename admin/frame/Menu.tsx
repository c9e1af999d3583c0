import Box from '@mui/material/Box'
import { usePermissions } from 'react-admin'
import { NavLink } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { type MenuEntry, menu } from './menuEntries.tsx'

const look = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 1.25,
  minHeight: 34,
  borderRadius: 1,
  color: 'text.secondary',
  textDecoration: 'none',
  fontSize: 14,
  '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
  '&.active': { color: 'primary.main', fontWeight: 600, bgcolor: 'action.hover' },
} as const

/** The menu in five groups; it shows what the person may read. */
export function Menu({ chosen }: { chosen?: () => void }) {
  const words = useWords()
  const { permissions } = usePermissions<Me>()
  const isShown = ({ resource }: MenuEntry) => !resource || permissions?.permissions.includes(`${resource}.read`)
  return (
    <Box onClick={chosen} sx={{ px: 1.5, pb: 3, overflowY: 'auto' }}>
      {menu.map(({ group, entries }) => {
        const shown = entries.filter(isShown)
        if (shown.length === 0) return null
        return (
          <Box key={group} role="group" aria-labelledby={`menu-${group}`} sx={{ mt: 2 }}>
            <Box
              id={`menu-${group}`}
              sx={{ px: 1.25, pb: 0.5, fontSize: 12, fontWeight: 600, color: 'text.secondary' }}
            >
              {words.t(`menu.${group}`)}
            </Box>
            {shown.map(({ to, icon: Icon, resource, label }) => (
              <Box key={to} component={NavLink} to={to} end={to === '/'} sx={look}>
                <Icon fontSize="small" />
                {label ? words.t(label) : words.resource(resource ?? '')}
              </Box>
            ))}
          </Box>
        )
      })}
    </Box>
  )
}
