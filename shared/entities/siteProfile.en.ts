/** Labels of the figures of a profile in English; a site keeps them of its newest versions. */
export const profileFigureLabels = {
  acknowledgementDays: 'First answer within (working days)',
  responseDays: 'Full answer within (days)',
  extensionNoticeDays: 'Letter of extension within (days)',
  extensionMostDays: 'An extension lasts at most (days)',
  extensionMostTimes: 'Extensions of one answer at most',
  directorToldMinutes: 'Director told within (minutes)',
  handOverMinutes: 'Handed over within (minutes)',
  specialReportDays: 'Special report within (working days)',
  approvalDecisionMinutes: 'Offer decided within (working minutes)',
  followUpFirstDay: 'First day of the follow-up call',
  followUpDay: 'Day of the follow-up call',
  followUpLastDay: 'Last day of the follow-up call',
  contactFrom: 'Patients are called from',
  contactTo: 'Patients are called until',
  limitAMinor: 'Limit A: an officer offers up to',
  limitBMinor: 'Limit B: a unit manager offers up to',
  hasStatutoryLetter: 'A letter of answer is required by law',
  retentionYears: 'Records are kept for (years)',
  validFrom: 'In force from',
}

/** Site profiles in English. */
export const siteProfiles = {
  name: 'Site profile |||| Site profiles',
  fields: {
    ...profileFigureLabels,
    followUpText: 'What to ask at the follow-up call',
    statutoryLetterText: 'Text of the letter required by law',
    validTo: 'Until',
    publishedAt: 'Published',
    publishedBy: 'Published by',
    newName: 'Name of the new draft',
  },
  values: { status: { draft: 'Draft', published: 'Published', superseded: 'Another version follows' } },
  actions: {
    publish: {
      label: 'Publish',
      why: 'Clocks that begin from that day on run by it; those that run already keep what they began with. Today, if left empty.',
    },
    withdraw: { label: 'Take back', why: 'It has not come into force yet, and is a draft again.' },
    copy: { label: 'Copy', why: 'A new draft begins with what this version says.' },
    'set-end': { label: 'Its last day' },
  },
}
