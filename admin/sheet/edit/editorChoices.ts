/** One choice of a cell's editor. */
export interface EditorChoice {
  readonly value: string
  readonly label: string
}

/** The choices whose labels contain what was typed, in any case. */
export function choicesByLabel(choices: readonly EditorChoice[], typed: string): EditorChoice[] {
  const text = typed.toLocaleLowerCase()
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(text))
}
