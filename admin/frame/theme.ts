import { createTheme, type Theme } from '@mui/material/styles'

const warm = {
  light: { page: '#f7f6f3', card: '#ffffff', ink: '#1c1917', quiet: '#57534e', line: '#e4e1dc', hover: '#f1efeb' },
  dark: { page: '#161412', card: '#1f1d1a', ink: '#f5f4f1', quiet: '#b3ada5', line: '#39352f', hover: '#2a2723' },
} as const

const tones = {
  light: { accent: '#0f766e', deep: '#115e59', onAccent: '#ffffff', near: '#a04a06', past: '#b42318', done: '#157036' },
  dark: { accent: '#2dd4bf', deep: '#5eead4', onAccent: '#06231f', near: '#fbbf24', past: '#fb8b82', done: '#4ade80' },
} as const

const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif'

/** The theme of the panel: one accent, warm greys, hairlines instead of shadows; colour only where it means something. */
export function themeOf(mode: 'light' | 'dark', direction: 'ltr' | 'rtl'): Theme {
  const grey = warm[mode]
  const tone = tones[mode]
  return createTheme({
    cssVariables: true,
    direction,
    spacing: 8,
    shape: { borderRadius: 8 },
    palette: {
      mode,
      primary: { main: tone.accent, dark: tone.deep, light: tone.accent, contrastText: tone.onAccent },
      secondary: { main: grey.quiet, contrastText: grey.card },
      warning: { main: tone.near, contrastText: mode === 'light' ? '#fff' : '#251a02' },
      error: { main: tone.past, contrastText: mode === 'light' ? '#fff' : '#2b0b08' },
      success: { main: tone.done, contrastText: mode === 'light' ? '#fff' : '#04210f' },
      info: { main: tone.accent, contrastText: tone.onAccent },
      background: { default: grey.page, paper: grey.card },
      text: { primary: grey.ink, secondary: grey.quiet },
      divider: grey.line,
      action: { hover: grey.hover, selected: grey.hover },
    },
    typography: {
      fontFamily: fonts,
      fontSize: 14,
      fontWeightBold: 600,
      h1: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.3, letterSpacing: 0 },
      h2: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.4, letterSpacing: 0 },
      h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4, letterSpacing: 0 },
      body1: { fontSize: '1rem', letterSpacing: 0 },
      body2: { fontSize: '0.875rem', letterSpacing: 0 },
      button: { textTransform: 'none', fontWeight: 600, letterSpacing: 0 },
      overline: { fontSize: '0.75rem', fontWeight: 600, letterSpacing: 0, textTransform: 'none', lineHeight: 1.6 },
      caption: { fontSize: '0.8125rem', letterSpacing: 0 },
    },
    transitions: { duration: { enteringScreen: 120, leavingScreen: 80, standard: 120, short: 100 } },
    components: componentDefaults(grey.line, tone.accent),
  })
}

/** On paper a page is as long as it is, dark on white, without what only a screen can do. */
const printStyles = {
  ':root': {
    colorScheme: 'light',
    '--mui-palette-background-default': '#fff',
    '--mui-palette-background-paper': '#fff',
    '--mui-palette-text-primary': warm.light.ink,
    '--mui-palette-text-secondary': warm.light.quiet,
    '--mui-palette-divider': warm.light.line,
    '--mui-palette-primary-main': tones.light.accent,
    '--mui-palette-warning-main': tones.light.near,
    '--mui-palette-error-main': tones.light.past,
    '--mui-palette-success-main': tones.light.done,
  },
  'html, body, #root': { height: 'auto !important' },
  'nav, header, button, .MuiButton-root, .MuiIconButton-root, .MuiSnackbar-root, .screen': {
    display: 'none !important',
  },
  '.paper': { display: 'block !important' },
  'h1, h2, h3': { breakAfter: 'avoid' },
  'article, li, blockquote': { breakInside: 'avoid' },
  main: { overflow: 'visible !important' },
  // A list prints the rows that the screen shows: they are drawn already, and need the room.
  ':has(> revo-grid)': { height: '23cm !important', flex: 'none !important' },
  '[data-sheet-search], .sheet-input': { display: 'none !important' },
  // What is folded up on the screen is read on paper.
  '::details-content': { contentVisibility: 'visible', blockSize: 'auto' },
  '*': { printColorAdjust: 'exact' },
} as const

const componentDefaults = (line: string, accent: string): Theme['components'] => ({
  MuiCssBaseline: {
    styleOverrides: {
      'html, body, #root': { height: '100%' },
      body: { fontVariantNumeric: 'tabular-nums' },
      // A line reads in the direction of its letters; an empty one in the direction of the page.
      'input:not([dir]), textarea:not([dir])': { unicodeBidi: 'plaintext' },
      ':focus-visible': { outline: `2px solid ${accent}`, outlineOffset: 2 },
      // A list whose entries need no sign in front of them.
      '.plain': { listStyle: 'none', margin: 0, padding: 0 },
      kbd: {
        font: 'inherit',
        fontSize: 12,
        padding: '0 6px',
        border: `1px solid ${line}`,
        borderRadius: 4,
      },
      '.paper': { display: 'none' },
      '::selection': { background: `color-mix(in srgb, ${accent} 28%, transparent)` },
      '@media (prefers-reduced-motion: reduce)': {
        '*': { transition: 'none !important', animation: 'none !important' },
      },
      '@media print': printStyles,
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small' },
    styleOverrides: { root: { minHeight: 34, paddingInline: 14, whiteSpace: 'nowrap' } },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': { outline: `2px solid ${accent}`, outlineOffset: 2 } } },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: { defaultProps: { variant: 'outlined' } },
  MuiDialog: {
    defaultProps: { fullWidth: true, maxWidth: 'sm' },
    styleOverrides: { paper: { border: `1px solid ${line}` } },
  },
  MuiDialogTitle: { defaultProps: { variant: 'h2' }, styleOverrides: { root: { paddingBottom: 8 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 16px' } } },
  MuiStack: { defaultProps: { useFlexGap: true } },
  MuiMenu: { styleOverrides: { paper: { border: `1px solid ${line}` } } },
  MuiPopover: {
    defaultProps: { container: menuPlace },
    styleOverrides: { paper: { border: `1px solid ${line}` } },
  },
  MuiAutocomplete: {
    defaultProps: { slotProps: { popper: { container: menuPlace } } },
    styleOverrides: { paper: { border: `1px solid ${line}` } },
  },
  MuiFormHelperText: { styleOverrides: { root: { '&.Mui-disabled': { color: 'var(--mui-palette-text-secondary)' } } } },
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
  MuiFormControl: {
    defaultProps: { variant: 'outlined', size: 'small' },
    styleOverrides: { root: { '&.ra-input': { marginTop: 12, marginBottom: 4 } } },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, slotProps: { popper: { container: menuPlace } } },
    styleOverrides: { tooltip: { fontSize: 13 } },
  },
  MuiChip: { styleOverrides: { root: { borderRadius: 6 } } },
  MuiTableCell: { styleOverrides: { root: { borderColor: line, padding: '6px 12px' }, head: { fontWeight: 600 } } },
  MuiLink: { defaultProps: { underline: 'hover' } },
})

/** Menus open in the topmost dialog, else inside the page's main landmark, where a screen reader looks for them. */
const menuPlace = (): Element | null =>
  [...document.querySelectorAll('.MuiDialog-root')].at(-1) ?? document.getElementById('content')
