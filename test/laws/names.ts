import type { Source } from './sources.ts'

const declaration = /^(?:export )?(?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm

/** Type names that are declared in more than one place: a type of the same name elsewhere is another thing. */
export function repeatedTypes(files: readonly Source[]): string[] {
  const places = new Map<string, string[]>()
  for (const { path, text } of files)
    for (const [, name = ''] of text.matchAll(declaration)) {
      const known = places.get(name) ?? []
      if (known.at(-1) !== path) places.set(name, [...known, path])
    }
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name} is declared in ${paths.join(', ')}.`)
}

/** Nouns that end like a participle, and may be the last word of a name. */
const nouns = ['Finding', 'Mapping', 'Feed', 'Need']

/** Type names that are participles: they say what was done to a thing and not which thing it is. */
export function participleTypes(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(declaration)].flatMap(([, name = '']) =>
      /(ed|ing)$/.test(name) && !nouns.some((noun) => name.endsWith(noun))
        ? [`${path} declares ${name}, which is no noun.`]
        : [],
    ),
  )
}

const sentence = String.raw`(?<!typeof )\b(?:message|detail|sentence)\b`
const matched = new RegExp(
  [
    String.raw`${sentence}\s*[!=]==\s*['"\x60](?!['"\x60])`,
    String.raw`${sentence}\??\.(?:includes|startsWith|endsWith|match|search|indexOf|split)\(`,
    String.raw`\.(?:test|exec)\([^()]*${sentence}[^()]*\)`,
  ].join('|'),
)

/** Places where code reads a sentence to know what happened, instead of the id beside it. */
export function matchedSentences(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        matched.test(line) ? [`${path}:${index + 1} matches a sentence: ${line.trim()}`] : [],
      ),
  )
}
