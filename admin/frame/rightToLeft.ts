import createCache, { type EmotionCache } from '@emotion/cache'

const caches: Partial<Record<'ltr' | 'rtl', EmotionCache>> = { ltr: createCache({ key: 'l', prepend: true }) }

/** Loads what mirrors the styles; only those who read from right to left fetch it. */
export async function loadDirection(direction: 'ltr' | 'rtl'): Promise<void> {
  if (caches[direction]) return
  const { default: plugin } = await import('@mui/stylis-plugin-rtl')
  caches[direction] ??= createCache({ key: 'r', prepend: true, stylisPlugins: [plugin] })
}

/** The styles of a direction, which `loadDirection` has loaded. */
export const stylesOf = (direction: 'ltr' | 'rtl'): EmotionCache => {
  const styles = caches[direction] ?? caches.ltr
  if (!styles) throw new Error('No styles are loaded')
  return styles
}
