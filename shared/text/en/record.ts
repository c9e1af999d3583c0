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
    product: 'Redress itself',
  },
  entries: {
    add: 'Add: %{noun}',
    up: 'Move up: %{noun} %{number}',
    down: 'Move down: %{noun} %{number}',
    remove: 'Remove: %{noun} %{number}',
  },
  steps: {
    done: '%{action}: done',
    others: '1 other step |||| %{smart_count} other steps',
    othersTitle: 'Steps that cannot be taken now',
  },
}
