import type { Anchor, Head } from '#functions/platform/store/audit/anchor.ts'

/** The heads of a moment at which a key was replaced because it was lost: what proves the entries that it signed. */
interface LostKeyHeads {
  /** Number of the key that followed. */
  readonly key: number
  readonly versions: ReadonlyMap<string, number>
}

/** What the anchors say of the history of every record. */
export class Proof {
  #heads = new Map<string, Head[]>()
  readonly #lostKeys: LostKeyHeads[] = []

  /** Takes an anchor, the oldest first. */
  add({ heads, hasLostKey, isRestore, key }: Pick<Anchor, 'heads' | 'hasLostKey' | 'isRestore' | 'key'>): void {
    if (isRestore) this.#goBackTo(heads)
    for (const head of heads) {
      const known = this.#heads.get(head.id)
      if (!known) this.#heads.set(head.id, [head])
      // The first anchor of a month repeats what earlier ones have.
      else if (!known.some(({ version, hash }) => version === head.version && hash === head.hash)) known.push(head)
    }
    if (hasLostKey) this.#lostKeys.push({ key, versions: new Map(heads.map(({ id, version }) => [id, version])) })
  }

  /** Forgets what is later than the heads of a copy, for the copy does not have it. */
  #goBackTo(heads: readonly Head[]): void {
    const earlier = ({ id, version }: Head) => this.headsOf(id).filter((head) => head.version <= version)
    this.#heads = new Map(heads.map((head) => [head.id, earlier(head)]))
  }

  /** The anchored heads of a record. */
  headsOf(id: string): readonly Head[] {
    return this.#heads.get(id) ?? []
  }

  /** Ids of every record that an anchor names. */
  get ids(): Iterable<string> {
    return this.#heads.keys()
  }

  /** Whether an entry whose key was lost is proven by the anchor that was written when that key was replaced. */
  isProven(id: string, version: number, key: number): boolean {
    const replaced = this.#lostKeys.find((each) => each.key > key)
    return version <= (replaced?.versions.get(id) ?? 0)
  }
}
