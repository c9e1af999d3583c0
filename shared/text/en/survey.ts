/** What a patient reads, in English; every other language has this shape. */
export const en = {
  page: {
    optional: 'optional',
    several: 'You can choose several.',
    lowest: 'Not at all likely',
    highest: 'Extremely likely',
    comment: 'Is there anything else you would like to tell us?',
    commentHint: 'Please leave out names and health details.',
    confidential: 'Your answers are confidential. Only the patient relations team sees them, to improve our care.',
    anonymous: 'Your answers are anonymous. Nobody can see who gave them.',
    send: 'Send answers',
    languages: 'Language',
    error: 'Error',
    errorTitle: 'Some answers need another look',
    thanksTitle: 'Thank you',
    thanks: 'Your answers have reached us. They help us to care better. You can close this page.',
    answeredTitle: 'Already answered',
    answered: 'This survey has been answered already. Thank you.',
    expiredTitle: 'This link has expired',
    expired: 'The time for this survey is over. Thank you for your interest.',
    unknownTitle: 'This link does not work',
    unknown: 'Please check that the address is complete. If it is, the survey is no longer open.',
    tooManyTitle: 'A moment, please',
    tooMany:
      'Very many requests came from this network just now. Please open this page again in a few minutes; your link stays as it is.',
    busy: 'Your answers could not be sent just now. They are kept on this device; we keep trying.',
    offline: 'You are offline. Your answers are kept on this device and sent when the connection is back.',
    sending: 'Sending…',
    kept: 'Your earlier answers were kept on this device and are filled in.',
  },
  mistakes: {
    required: 'Please choose an answer.',
    empty: 'Please write an answer.',
    unknown: 'Please choose one of the answers shown.',
    onlyOne: 'Please choose one answer only.',
    tooLong: 'Please shorten the text.',
  },
  scales: {
    scale5: { '1': 'Very poor', '2': 'Poor', '3': 'Fair', '4': 'Good', '5': 'Very good' },
    freq4: { '1': 'Never', '2': 'Sometimes', '3': 'Usually', '4': 'Always' },
    yesno: { yes: 'Yes', no: 'No' },
  },
  mail: {
    subject: 'How was your visit to {site}?',
    reminder: 'A reminder: how was your visit to {site}?',
    greeting: 'Good day,',
    ask: 'thank you for coming to {site}. Would you tell us how it went? It takes about two minutes and needs no password.',
    button: 'Answer the survey',
    until: 'The link is for you alone and works until {date}.',
    ignore: 'If you would rather not answer, simply ignore this message.',
    sms: '{site}: how was your visit? Please tell us: {url}',
    smsReminder: '{site}: we would still like to hear how your visit was: {url}',
  },
}

/** Every sentence of the survey page and its mails. */
export type SurveyText = typeof en
