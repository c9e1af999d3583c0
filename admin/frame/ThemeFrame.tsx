import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useLocale, useStore } from 'react-admin'
import { loadLetters } from '#admin/language/i18n.ts'
import { directionOf } from '#shared/text/languages.ts'
import { stylesOf } from './rightToLeft.ts'
import { themeOf } from './theme.ts'

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
    <CacheProvider value={stylesOf(direction)}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  )
}
