/** A hospital's colour and the ink that can be read on it. */
export interface Accent {
  readonly colour: string
  readonly ink: '#fff' | '#000'
}

const teal = '#0f766e'

/** The colour set for a site, teal when none is; black or white on it, whichever contrasts more (WCAG 2.2, 1.4.3). */
export function accentOf(set: string | undefined): Accent {
  const colour = set !== undefined && /^#[0-9a-f]{6}$/i.test(set) ? set.toLowerCase() : teal
  const light = luminance(colour)
  return { colour, ink: 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#fff' : '#000' }
}

// Relative luminance as WCAG 2.2 defines it.
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => {
    const share = Number.parseInt(colour.slice(index, index + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
