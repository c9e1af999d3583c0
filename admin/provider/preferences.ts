import { useCallback, useSyncExternalStore } from 'react'
import { useDataProvider, usePermissions } from 'react-admin'
import { isSame } from '#admin/provider/patch.ts'
import type { Me, RedressProvider } from './contract.ts'

/** The least time between two savings of one choice, in milliseconds; of what is chosen meanwhile the last is saved. */
const savingMs = 1000

type PreferenceProvider = Pick<RedressProvider, 'preferences' | 'keepPreference'>

/** The choices of a person, read once, changed at once, and saved soon after on the server. */
export class PreferenceStore {
  readonly #values = new Map<string, unknown>()
  readonly #ids = new Map<string, string>()
  readonly #unsaved = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()
  /** Whether the choices were read, or could not be. */
  isRead = false

  constructor(
    readonly userId: string,
    private readonly provider: PreferenceProvider,
  ) {}

  /** Reads what was chosen on other machines; what was chosen here meanwhile stands. */
  async read(): Promise<void> {
    try {
      for (const { id, name, value } of await this.provider.preferences(this.userId)) {
        this.#ids.set(name, id)
        if (!this.#unsaved.has(name) && !isSame(value, this.#values.get(name))) this.#values.set(name, value)
      }
    } catch {
      // Without them the panel is as at the first visit, and what is chosen now is saved all the same.
    }
    this.isRead = true
    this.#tell()
  }

  get = (name: string): unknown => this.#values.get(name)

  choose(name: string, value: unknown): void {
    if (isSame(value, this.#values.get(name))) return
    this.#values.set(name, value)
    this.#unsaved.add(name)
    this.#timer ??= setTimeout(() => void this.save(), savingMs)
    this.#tell()
  }

  /** Saves what was chosen and not saved yet, one after the other, so that the last choice is the last one written. */
  save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const names = [...this.#unsaved]
    this.#unsaved.clear()
    this.#saving = this.#saving.then(async () => {
      for (const name of names) await this.#keep(name)
    })
    return this.#saving
  }

  async #keep(name: string): Promise<void> {
    const { userId } = this
    const [id, value] = [this.#ids.get(name), this.#values.get(name)]
    try {
      this.#ids.set(name, await this.provider.keepPreference({ userId, name, value, ...(id && { id }) }))
    } catch {
      // It stays chosen here, and is saved with the next choice.
      this.#unsaved.add(name)
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

let current: { readonly me: Me; readonly store: PreferenceStore } | undefined

/** The choices of who is signed in; read anew at each sign-in, and kept on the screen meanwhile for the same person. */
function storeFor(me: Me, provider: PreferenceProvider): PreferenceStore {
  if (current?.me === me) return current.store
  const store = current?.store.userId === me.id ? current.store : new PreferenceStore(me.id, provider)
  current = { me, store }
  void store.read()
  return store
}

if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void current?.store.save()
  })

function useStore(): PreferenceStore | undefined {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  return me && storeFor(me, provider)
}

const nothing = () => () => {}

/** Whether the choices of the signed-in person are known, so that a page can wait rather than move under them. */
export function usePreferencesRead(): boolean {
  const store = useStore()
  return useSyncExternalStore(store?.subscribe ?? nothing, () => store?.isRead ?? false)
}

/**
 * A choice of the signed-in person by its name, kept on the server, so that it is there on every machine; the last one
 * wins. It is `initial` until it is read, and where nothing was chosen; `undefined` as a choice is not kept.
 */
export function usePreference<T>(name: string, initial: T): readonly [value: T, choose: (value: T) => void] {
  const store = useStore()
  const value = useSyncExternalStore(store?.subscribe ?? nothing, () => store?.get(name))
  const choose = useCallback((next: T) => store?.choose(name, next), [store, name])
  return [value === undefined ? initial : (value as T), choose]
}
