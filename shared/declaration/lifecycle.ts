/** What a colour says of a value: nothing, near a limit or on the way, done, or past a limit. */
export type Tone = 'plain' | 'near' | 'done' | 'past'

/** One state of a record: how it looks, what it waits for, and whether anything is still due. */
export interface State<Step extends string = string> {
  readonly tone?: Tone
  /** The step that a record in this state waits for: its page's primary button. */
  readonly next?: Step
  /** Roles that act next where no step of the record itself says so. */
  readonly waitsFor?: readonly string[]
  /** Nothing is due any more: its limits have stopped. */
  readonly isOver?: true
}

/** The life of a record: the field that holds its state, and every state, the first one that of a new record. */
export interface Lifecycle<
  F extends string = string,
  S extends Readonly<Record<string, State>> = Readonly<Record<string, State>>,
> {
  readonly field: F
  readonly states: S
}

/** Declares the life of a record; the order of the states is the order people read them in. */
export const lifecycle = <const F extends string, const S extends Readonly<Record<string, State>>>(
  field: F,
  states: S,
): Lifecycle<F, S> => ({ field, states })

/** Names of a life's states. */
export type StateOf<L> = L extends Lifecycle<string, infer S> ? keyof S & string : never

/** Names of the states in which something is still due. */
export const runningStates = <L extends Lifecycle>({ states }: L): StateOf<L>[] =>
  Object.keys(states).filter((name) => states[name]?.isOver !== true) as StateOf<L>[]

/** The state of a new record. */
export const firstState = ({ states }: Lifecycle): string => Object.keys(states)[0] ?? ''

/** The state a record is in; a record without one is new. */
export const stateOf = (life: Lifecycle, record: Readonly<Record<string, unknown>>): string =>
  String(record[life.field] ?? firstState(life))

/** Whether something is still due on a record or waited for. */
export function isOpen(life: Lifecycle, record: Readonly<Record<string, unknown>>): boolean {
  const state = life.states[stateOf(life, record)]
  return state?.isOver !== true || state.next !== undefined
}

/** Whether nothing is due on a record any more. */
export const isOver = (life: Lifecycle, record: Readonly<Record<string, unknown>>): boolean =>
  life.states[stateOf(life, record)]?.isOver === true
