/** Special reports in English. */
export const specialReports = {
  name: 'Special report |||| Special reports',
  fields: {
    chronology: 'What happened, in order',
    bothSides: 'What the patient said, and the team',
    findings: 'What was found',
    causes: 'Why it happened',
    remedies: 'What was done for the patient',
    prevention: 'What prevents it',
    practiceChange: 'What we do differently now',
    caseNumber: 'Case',
    dueAt: 'Due',
    submittedAt: 'Submitted',
    submittedBy: 'Submitted by',
    acceptedAt: 'Accepted',
    acceptedBy: 'Accepted by',
    returnReason: 'What is missing',
    alarmPercent: 'Last alarm (%)',
    alarmAt: 'Next alarm',
  },
  values: { status: { draft: 'Being written', submitted: 'Submitted', returned: 'Returned', accepted: 'Accepted' } },
  actions: {
    submit: { label: 'Submit', why: 'The director reads it next; its text stays until it is returned.' },
    accept: { label: 'Accept', why: 'The report is complete, and the case can be closed.' },
    return: { label: 'Return', why: 'It goes back to whoever submitted it.' },
    alarm: { label: 'Alarm' },
  },
}
