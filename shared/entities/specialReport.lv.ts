/** Special reports in Latvian. */
export const specialReports = {
  name: 'Īpašais ziņojums |||| Īpašie ziņojumi',
  fields: {
    chronology: 'Notikumu secība',
    bothSides: 'Ko teica pacients un komanda',
    findings: 'Konstatētais',
    causes: 'Kāpēc tas notika',
    remedies: 'Kas darīts pacienta labā',
    prevention: 'Kas to novērsīs',
    practiceChange: 'Ko tagad darām citādi',
    caseNumber: 'Lieta',
    dueAt: 'Termiņš',
    submittedAt: 'Iesniegts',
    submittedBy: 'Iesniedza',
    acceptedAt: 'Pieņemts',
    acceptedBy: 'Pieņēma',
    returnReason: 'Kā trūkst',
    alarmPercent: 'Pēdējais brīdinājums (%)',
    alarmAt: 'Nākamais brīdinājums',
  },
  values: { status: { draft: 'Tiek rakstīts', submitted: 'Iesniegts', returned: 'Atgriezts', accepted: 'Pieņemts' } },
  actions: {
    submit: { label: 'Iesniegt', why: 'Pēc tam to lasa direktors; teksts nemainās, kamēr ziņojumu neatgriež.' },
    accept: { label: 'Pieņemt', why: 'Ziņojums ir pilnīgs, un lietu var slēgt.' },
    return: { label: 'Atgriezt', why: 'Ziņojums atgriežas pie iesniedzēja.' },
    alarm: { label: 'Brīdinājums' },
  },
}
