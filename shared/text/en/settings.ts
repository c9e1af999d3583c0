/** The pages of site profiles and terms, in English. */
export const settings = {
  profiles: {
    why: 'A profile says how a site works: its limits of time and money. A version in force is never changed; a new one comes after it.',
    site: 'Site',
    inForce: 'In force',
    noneInForce: 'No version is in force, so this site works by the standard shown here.',
    coming: 'Coming',
    drafts: 'Drafts',
    noDraft: 'No draft. Copy the version in force, or begin a new one.',
    earlier: 'Earlier',
    open: 'Open this version',
    changes: 'What changes',
    setting: 'Setting',
    now: 'Now',
    byDraft: 'By this draft',
    same: 'Nothing differs from what is in force.',
    textDiffers: 'Another text',
    cases:
      '%{count} open case of this site: its clocks that run keep what they began with, new ones begin by this version. |||| %{count} open cases of this site: their clocks that run keep what they began with, new ones begin by this version.',
  },
  terms: {
    why: 'Forms, filters and lists offer these words. A word that is switched off is offered no more; records that have it keep it.',
    list: 'List',
    add: 'Add a term',
    codeWhy: 'What records hold and other systems send. The English name, if left empty; it stays as it is.',
    inUse: 'In use',
    up: 'Move up: %{name}',
    down: 'Move down: %{name}',
    switch: 'In use: %{name}',
    none: 'This list is empty, so its field takes nothing. Add a term.',
  },
}
