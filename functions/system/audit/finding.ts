/** Something in the history of a record that differs from what was written. */
export interface RecordFinding {
  readonly recordId: string
  /** Version of the entry concerned. */
  readonly version: number
  /**
   * `gap`: an entry is missing. `forged`: the entry is not the one that was signed. `unchained`: it does not follow from the
   * entry before. `headless`: the newest entry is not the one the record was written with. `replaced`: the record does not
   * hold what its history adds up to. `orphan`: there is history but no record. `removed`: an anchor names the record, and
   * neither it nor its history is there. `rewritten`: its history is not the one that was anchored. `unreadable`: values are
   * encrypted under a key that is missing or another one, though nobody destroyed it.
   */
  readonly what:
    | 'gap'
    | 'forged'
    | 'unchained'
    | 'headless'
    | 'replaced'
    | 'orphan'
    | 'removed'
    | 'rewritten'
    | 'unreadable'
}

/** Something in the anchors themselves: one is missing, or is not the one that was written. */
export interface AnchorFinding {
  readonly anchor: number
  readonly what: 'missing' | 'altered'
}

/** Anything that the verification of the audit finds. */
export type AuditFinding = RecordFinding | AnchorFinding
