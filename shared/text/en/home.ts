/** The first page, in English. */
export const home = {
  home: {
    title: 'Today',
    near: 'Near their limit',
    noNear: 'No open case has a limit ahead. Open one when a patient raises a matter.',
    files: 'Settlement files by stage',
    yours: 'waits for your role',
    low: 'Low scores',
    noLow: 'No low score lately.',
    jobs: 'Your long work',
    noJobs: 'No bulk change, import or export lately.',
    openCases: 'Open cases',
    overdue: 'Past their limit',
    dueToday: 'Due within a day',
    mine: 'Mine',
    all: 'See all',
    unread: 'could not be read',
  },
}
