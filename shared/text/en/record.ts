/** Forms and pages of any record, in English. */
export const record = {
  form: {
    create: 'New %{name}',
    edit: 'Change %{name} %{title}',
    change: 'Change',
    save: 'Save',
    cancel: 'Cancel',
    zone: 'Time in %{zone}',
    notSaid: 'Not said',
  },
  show: { details: 'Details', facts: 'What was recorded' },
  history: {
    title: 'History',
    empty: 'Nothing has happened yet.',
    nothing: 'nothing',
    content: 'new content',
    erased: 'erased',
    reasonErased: 'The reason was erased.',
    product: 'Redress itself',
  },
  restricted: {
    name: 'Restricted',
    noted: 'It has been recorded that you opened this.',
    readers: 'Who read it',
  },
  entries: {
    add: 'Add: %{noun}',
    up: 'Move up: %{noun} %{number}',
    down: 'Move down: %{noun} %{number}',
    remove: 'Remove: %{noun} %{number}',
  },
  steps: {
    confirm: 'Type to confirm: %{label}',
    confirmWith: 'Type “%{value}”.',
    done: '%{action}: done',
    others: '1 other step |||| %{smart_count} other steps',
    othersTitle: 'Steps that cannot be taken now',
  },
}
