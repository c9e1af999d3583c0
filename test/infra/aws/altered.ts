import type { SynthesizedTemplate } from './synthesized.ts'

/** A template with a mistake; `change` gets every value and returns its replacement. */
export const altered = (
  template: SynthesizedTemplate,
  change: (key: string, value: unknown) => unknown,
): SynthesizedTemplate => JSON.parse(JSON.stringify(template), change)

/** A template with every occurrence of a word replaced. */
export const renamed = (template: SynthesizedTemplate, word: string, other: string): SynthesizedTemplate =>
  JSON.parse(JSON.stringify(template).replaceAll(JSON.stringify(word), JSON.stringify(other)))
