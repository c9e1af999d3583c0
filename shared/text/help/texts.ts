/** What a room of the panel is for, in one sentence, and what can be done there, in further ones. */
export type RoomHelp = readonly [purpose: string, ...acts: readonly string[]]

/** The steps of the tour, in their order. */
export const tourSteps = ['menu', 'search', 'list', 'cells', 'help'] as const
export type TourStep = (typeof tourSteps)[number]

/** What the help says in one language; it is loaded when somebody opens it. */
export interface HelpTexts {
  readonly title: string
  readonly acts: string
  readonly keys: string
  readonly everywhere: string
  readonly inSheet: string
  readonly takeTour: string
  readonly close: string
  readonly tour: Readonly<Record<TourStep, { readonly title: string; readonly text: string }>>
  /** The place in the tour, such as "2 of 5". */
  readonly place: string
  readonly next: string
  readonly back: string
  readonly leave: string
  readonly done: string
  /** Rooms by the resource or the page they show; `list`, `record`, `form` and `import` for what many have in common. */
  readonly rooms: Readonly<Record<string, RoomHelp>>
}
