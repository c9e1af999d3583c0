import type { SynthesizedTemplate } from './synthesized.ts'

/** A template in which something was changed by mistake; `change` sees every value and gives the one in its place. */
export const altered = (
  template: SynthesizedTemplate,
  change: (key: string, value: unknown) => unknown,
): SynthesizedTemplate => JSON.parse(JSON.stringify(template), change)

/** A template in which a word is another, wherever it stands. */
export const renamed = (template: SynthesizedTemplate, word: string, other: string): SynthesizedTemplate =>
  JSON.parse(JSON.stringify(template).replaceAll(JSON.stringify(word), JSON.stringify(other)))
