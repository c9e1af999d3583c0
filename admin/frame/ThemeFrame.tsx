import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import rtlPlugin from '@mui/stylis-plugin-rtl'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useLocale, useStore } from 'react-admin'
import { loadLetters } from '#admin/language/i18n.ts'
import { directionOf } from '#shared/text/languages.ts'
import { themeOf } from './theme.ts'

const caches = {
  ltr: createCache({ key: 'l', prepend: true }),
  rtl: createCache({ key: 'r', prepend: true, stylisPlugins: [rtlPlugin] }),
}

/** Light or dark as the person chose, else as their system prefers. */
export function useMode(): ['light' | 'dark', (mode: 'light' | 'dark') => void] {
  const [choice, setChoice] = useStore<'light' | 'dark' | undefined>('theme', undefined)
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  return [choice ?? (prefersDark ? 'dark' : 'light'), setChoice]
}

/** Gives the panel its theme, its direction and the fonts of its language. */
export function ThemeFrame({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const direction = directionOf(locale)
  const [mode] = useMode()
  const theme = useMemo(() => themeOf(mode, direction), [mode, direction])
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = direction
    document.documentElement.style.colorScheme = mode
    loadLetters(locale)
  }, [locale, direction, mode])
  return (
    <CacheProvider value={caches[direction]}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  )
}
