import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import HelpOutline from '@mui/icons-material/HelpOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import MenuIcon from '@mui/icons-material/Menu'
import PersonOutline from '@mui/icons-material/PersonOutlined'
import Translate from '@mui/icons-material/Translate'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MuiMenu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useLocaleState, useLogout, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { runCommand } from '#admin/commands/offered.ts'
import { useWords } from '#admin/language/words.ts'
import { Bell } from '#admin/notices/Bell.tsx'
import type { Me } from '#admin/provider/contract.ts'
import { languageChoices } from '#shared/text/languages.ts'
import { useMode } from '../ThemeFrame.tsx'

const Search = lazy(() => import('./Search.tsx').then((all) => ({ default: all.Search })))

/** Search, notices, help, language, theme, person: nothing else stands on top; a phone has the help with the person. */
export function TopBar({ openMenu }: { openMenu?: () => void }) {
  const { t } = useWords()
  const [mode, setMode] = useMode()
  const other = mode === 'dark' ? 'light' : 'dark'
  return (
    <Stack
      component="header"
      direction="row"
      spacing={0.5}
      sx={{
        height: 56,
        px: { xs: 1, sm: 2 },
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
      <Box data-tour="search" sx={{ width: { xs: '100%', sm: 380 }, maxWidth: 380, minHeight: 38, flexShrink: 1 }}>
        <Suspense>
          <Search />
        </Suspense>
      </Box>
      <Box sx={{ flex: 1 }} />
      <Bell />
      <Tooltip title={t('frame.help')}>
        <IconButton
          data-tour="help"
          onClick={() => runCommand('help')}
          aria-label={t('frame.help')}
          aria-keyshortcuts="?"
          sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
        >
          <HelpOutline fontSize="small" />
        </IconButton>
      </Tooltip>
      <LanguageMenu />
      <Tooltip title={t(`frame.${other}`)}>
        <IconButton onClick={() => setMode(other)} aria-label={t(`frame.${other}`)}>
          {mode === 'dark' ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
        </IconButton>
      </Tooltip>
      <PersonMenu />
    </Stack>
  )
}

function LanguageMenu() {
  const { t } = useWords()
  const [locale, setLocale] = useLocaleState()
  return (
    <Dropdown label={t('frame.language')} icon={<Translate fontSize="small" />}>
      {(close) =>
        languageChoices.map(({ code, name }) => (
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

function PersonMenu() {
  const words = useWords()
  const logout = useLogout()
  const { permissions } = usePermissions<Me>()
  return (
    <Dropdown label={words.t('frame.person')} icon={<PersonOutline fontSize="small" />}>
      {(close) => [
        <Box key="who" component="li" sx={{ px: 2, py: 1, maxWidth: 280 }}>
          <Typography variant="h3" component="div">
            {permissions?.name}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
            {permissions?.email}
            <br />
            {permissions?.roles.map((role) => words.value('users', 'roles', role)).join(' · ')}
          </Typography>
        </Box>,
        <MenuItem
          key="own"
          component={Link}
          to={`/users/${permissions?.id}/show`}
          onClick={close}
          sx={{ borderTop: 1, borderColor: 'divider' }}
        >
          {words.t('notices.own')}
        </MenuItem>,
        <MenuItem
          key="help"
          onClick={() => {
            close()
            runCommand('help')
          }}
          sx={{ display: { sm: 'none' } }}
        >
          {words.t('frame.help')}
        </MenuItem>,
        <MenuItem key="out" onClick={() => logout()}>
          {words.t('auth.signOut')}
        </MenuItem>,
      ]}
    </Dropdown>
  )
}

/** An icon that opens a menu; `children` makes the menu's lines, which close it. */
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
