import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { usePermissions, useSetLocale, useStore } from 'react-admin'
import { useLocation } from 'react-router-dom'
import { Sites } from '#admin/language/Sites.tsx'
import { Terms } from '#admin/language/Terms.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { isLanguage } from '#shared/text/languages.ts'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { Loading } from '../Loading.tsx'
import { Guides } from './Guides.tsx'
import { Logo } from './Logo.tsx'
import { Menu } from './Menu.tsx'
import { TopBar } from './TopBar.tsx'

const Drawer = lazy(() => import('@mui/material/Drawer'))
const StorageNotice = lazy(async () => ({ default: (await import('./StorageNotice.tsx')).StorageNotice }))
const width = 224
// A page of the screen is as high as the screen; on paper it goes on over as many as it needs.
const onPaper = { '@media print': { display: 'block', height: 'auto' } } as const

/** The frame around every page: the menu at the side, one bar on top. */
export function Layout({ children }: { children: ReactNode }) {
  const words = useWords()
  const isWide = useMediaQuery('(min-width: 1000px)', { noSsr: true })
  const [isOpen, setOpen] = useState(false)
  const { pathname } = useLocation()
  useOwnLanguage()
  const side = (
    <>
      <Stack direction="row" sx={{ height: 56, px: 2.5, alignItems: 'center', flexShrink: 0 }}>
        <Logo />
      </Stack>
      <Menu close={() => setOpen(false)} />
    </>
  )
  const sideStyle = { width, bgcolor: 'background.paper' }
  return (
    <Sites>
      <Terms>
        <Box
          component="a"
          className="screen"
          href="#content"
          onClick={(event) => {
            event.preventDefault()
            document.getElementById('content')?.focus()
          }}
          sx={{
            position: 'absolute',
            insetInlineStart: 8,
            top: -60,
            zIndex: 2000,
            p: 1,
            bgcolor: 'background.paper',
            color: 'primary.main',
            '&:focus': { top: 8 },
          }}
        >
          {words.t('frame.skip')}
        </Box>
        <Stack direction="row" sx={{ height: '100dvh', overflow: 'hidden', ...onPaper }}>
          {isWide ? (
            <Stack
              component="nav"
              data-tour="menu"
              aria-label={words.t('frame.menu')}
              sx={{ ...sideStyle, flexShrink: 0, borderInlineEnd: 1, borderColor: 'divider' }}
            >
              {side}
            </Stack>
          ) : (
            <Suspense>
              <Drawer
                open={isOpen}
                onClose={() => setOpen(false)}
                slotProps={{ paper: { component: 'nav', sx: sideStyle, 'aria-label': words.t('frame.menu') } }}
              >
                {side}
              </Drawer>
            </Suspense>
          )}
          <Stack sx={{ flex: 1, minWidth: 0, ...onPaper }}>
            <TopBar openMenu={isWide ? undefined : () => setOpen(true)} />
            <Suspense>
              <StorageNotice />
            </Suspense>
            <Box
              component="main"
              id="content"
              tabIndex={-1}
              sx={{ flex: 1, minHeight: 0, overflow: 'auto', outline: 'none' }}
            >
              <ErrorBoundary key={pathname}>
                <Suspense fallback={<Loading />}>{children}</Suspense>
              </ErrorBoundary>
            </Box>
          </Stack>
        </Stack>
        <Guides />
      </Terms>
    </Sites>
  )
}

/** At the first sign-in the panel speaks the person's language, until they choose another. */
function useOwnLanguage() {
  const { permissions } = usePermissions<Me>()
  const [choice] = useStore<string | undefined>('locale', undefined)
  const [greeted, setGreeted] = useStore<string | undefined>('greeted', undefined)
  const setLocale = useSetLocale()
  useEffect(() => {
    if (!permissions || greeted === permissions.id) return
    setGreeted(permissions.id)
    const own = permissions.language
    if (isLanguage(own) && !choice && own !== 'en') setLocale(own)
  }, [permissions, greeted, choice, setGreeted, setLocale])
}
