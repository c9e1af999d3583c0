import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import MenuIcon from '@mui/icons-material/Menu'
import PersonOutline from '@mui/icons-material/PersonOutlined'
import Translate from '@mui/icons-material/Translate'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MuiMenu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { type ReactNode, useState } from 'react'
import { useLocaleState, useLogout, usePermissions } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { panelLanguages } from '#shared/text/index.ts'
import { Search } from './Search.tsx'
import { useMode } from './ThemeFrame.tsx'

/** Search, language, theme, person: nothing else stands on top. */
export function TopBar({ openMenu }: { openMenu?: () => void }) {
  const { t } = useWords()
  const [mode, setMode] = useMode()
  const other = mode === 'dark' ? 'light' : 'dark'
  return (
    <Box
      component="header"
      sx={{
        height: 56,
        px: { xs: 1, sm: 2 },
        gap: 0.5,
        display: 'flex',
        alignItems: 'center',
        flexShrink: 0,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {openMenu && (
        <IconButton onClick={openMenu} aria-label={t('frame.openMenu')}>
          <MenuIcon />
        </IconButton>
      )}
      <Search />
      <Box sx={{ flex: 1 }} />
      <Language />
      <Tooltip title={t(`frame.${other}`)}>
        <IconButton onClick={() => setMode(other)} aria-label={t(`frame.${other}`)}>
          {mode === 'dark' ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
        </IconButton>
      </Tooltip>
      <Person />
    </Box>
  )
}

function Language() {
  const { t } = useWords()
  const [locale, setLocale] = useLocaleState()
  return (
    <Dropdown label={t('frame.language')} icon={<Translate fontSize="small" />}>
      {(close) =>
        panelLanguages.map(({ code, name }) => (
          <MenuItem
            key={code}
            lang={code}
            selected={code === locale}
            onClick={() => {
              close()
              setLocale(code)
            }}
          >
            {name}
          </MenuItem>
        ))
      }
    </Dropdown>
  )
}

function Person() {
  const words = useWords()
  const logout = useLogout()
  const { permissions } = usePermissions<Me>()
  return (
    <Dropdown label={words.t('frame.person')} icon={<PersonOutline fontSize="small" />}>
      {() => [
        <Box key="who" component="li" sx={{ px: 2, py: 1, maxWidth: 280 }}>
          <Box sx={{ fontWeight: 600 }}>{permissions?.name}</Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>{permissions?.email}</Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {permissions?.roles.map((role) => words.role(role)).join(' · ')}
          </Box>
        </Box>,
        <MenuItem key="out" onClick={() => logout()} sx={{ borderTop: 1, borderColor: 'divider' }}>
          {words.t('auth.signOut')}
        </MenuItem>,
      ]}
    </Dropdown>
  )
}

/** A button that opens a menu; the menu's lines close it. */
function Dropdown(props: { label: string; icon: ReactNode; children: (close: () => void) => ReactNode }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Tooltip title={props.label}>
        <IconButton
          aria-label={props.label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {props.icon}
        </IconButton>
      </Tooltip>
      <MuiMenu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ list: { 'aria-label': props.label } }}
      >
        {props.children(close)}
      </MuiMenu>
    </>
  )
}
