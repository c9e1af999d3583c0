/** What one noun says in one language; its file lists only what is its own. */
export interface NounWords {
  /** Singular and plural, as react-admin writes them: `Case |||| Cases`. */
  readonly name: string
  /** Labels of fields and facts, of entries of lists and groups, and of what the forms of its steps ask for. */
  readonly fields?: Readonly<Record<string, string>>
  /** Words for the choices and states of each field. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Names of its steps, and why somebody takes one. */
  readonly actions?: Readonly<Record<string, ActionWords>>
}

interface ActionWords {
  readonly label: string
  readonly why?: string
}

/** What means the same in every noun. */
export type CommonWords = Required<Omit<NounWords, 'name'>>

/** The words of every noun by resource, those common to all filled in where the noun has none of its own. */
export const resourcesOf = (common: CommonWords, nouns: Readonly<Record<string, NounWords>>) =>
  Object.fromEntries(
    Object.entries(nouns).map(([resource, { name, fields, values, actions }]) => [
      resource,
      {
        name,
        fields: { ...common.fields, ...fields },
        values: { ...common.values, ...values },
        actions: { ...common.actions, ...actions },
      },
    ]),
  )
