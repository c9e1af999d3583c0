import type { HelpTexts } from './texts.ts'

/** The help of every page and the tour, in English. */
export const help: HelpTexts = {
  title: 'Help',
  acts: 'What you can do here',
  keys: 'Keys',
  everywhere: 'Everywhere',
  inSheet: 'In the sheet',
  takeTour: 'Take the tour',
  close: 'Close',
  place: '%{step} of %{count}',
  next: 'Next',
  back: 'Back',
  leave: 'Leave the tour',
  done: 'Begin to work',
  tour: {
    menu: {
      title: 'Everything is in the menu',
      text: 'Five groups lead to every page that your role may see. “Today” shows what waits for you.',
    },
    search: {
      title: 'Find anybody, do anything',
      text: 'Type a name, a phone or a number here. Ctrl+K opens the command menu, which goes anywhere by a few letters.',
    },
    list: {
      title: 'Lists answer questions',
      text: 'Filter by any column, in any order, in groups. Save what you set up as a view; the address of the page is a link to it.',
    },
    cells: {
      title: 'Lists are sheets',
      text: 'Type in a cell, paste from Excel, fill downwards, undo. A value that is refused stays where it is, marked with its reason.',
    },
    help: {
      title: 'Help is on every page',
      text: 'Press ? to read what a page is for and which keys work there. You can take this tour again from there.',
    },
  },
  rooms: {
    home: [
      'This page shows what waits for you today.',
      'Press a number to open the list behind it.',
      'Calls, clocks, approvals and promises that are due come first.',
    ],
    intake: [
      'Here a complaint, an enquiry or a refusal to pay is opened as a case, in under two minutes.',
      'Find the patient by name, phone or number, or enter a new one.',
      'Write what the person said in their own words. Ctrl+Enter sends the form.',
    ],
    board: [
      'The board shows the open cases by their state.',
      'Open a case to take its next step; a card turns amber near its limit and red past it.',
    ],
    calls: [
      'These are the calls of today, the most urgent first.',
      'Open a call to see the number and what to ask, and note how it went.',
      'A call that nobody answered comes back by itself later.',
    ],
    reports: [
      'Reports count cases, clocks, money and answers over a time and a site.',
      'Change the time above; each number leads to the list that it counts.',
    ],
    results: [
      'Results show how patients answered a survey, with what was weak.',
      'Choose a survey and a time. An interval says how sure a percentage is.',
    ],
    week: [
      'This page sums up the follow-up calls of a week at a site.',
      'Choose the week, and print the table or save it for a spreadsheet.',
    ],
    notices: [
      'These are your notices: what happened that asks for your attention.',
      'Open one to go to its record. Mark it as read when nothing is left to do.',
    ],
    list: [
      'This is a list of records, shown as a sheet.',
      'Filter, order and group it by its columns, and save that as a view.',
      'Change cells in place where your role may, one by one or many at once.',
    ],
    record: [
      'This is one record with everything that belongs to it.',
      'A step that cannot be taken now says why at its button.',
      'The history below says who changed what, and when.',
    ],
    form: [
      'This form makes or changes one record.',
      'Fields with a star are needed. What is refused is said at the field, and nothing is lost.',
    ],
    import: [
      'Here a CSV or Excel file becomes records.',
      'Say which column is which, and look at what would happen before anything is written.',
      'Rows that are refused can be downloaded, mended and sent again.',
    ],
    'access-entries': [
      'This list says who read restricted records, and when.',
      'It is written by itself and cannot be changed. Filter by a person or a record.',
    ],
    batches: [
      'A batch holds the settlement files that go to a payer together.',
      'Put files in while it is open, look at the totals, and seal it. Then export and deliver it.',
    ],
    cases: [
      'A case is one complaint, enquiry or refusal to pay, from its receipt to its closing.',
      'Hear both sides, assess it, offer what is allowed, and keep what was promised.',
      'Clocks run by the rules of the site; amber is near the limit, red is past it.',
    ],
    contracts: [
      'A contract says what a payer pays for, at what price and by when.',
      'Enter its classes and limits here; settlement files are priced by them.',
    ],
    coverages: [
      'A membership says which payer pays for a patient, and with which limits.',
      'Keep the number and the dates as the card shows them.',
    ],
    'dead-letters': [
      'These events failed for two hours and were put aside with their reason.',
      'Mend the cause, then send the event again. Nothing happens twice by that.',
    ],
    encounters: [
      'A visit is one treatment of a patient at a site.',
      'Cases, surveys and settlement files refer to it by its number.',
    ],
    'follow-ups': [
      'A follow-up is a call to a patient after a case or a visit.',
      'It waits for its time, and is listed under the calls of the day when it is due.',
    ],
    invitations: [
      'An invitation is the link to a survey that one patient was sent.',
      'See whether it was sent, opened and answered; remind the patient or withdraw it.',
    ],
    jobs: [
      'Jobs are long pieces of work: imports, exports and changes of many records.',
      'See how far they are, stop them, read what was refused, or undo a change as a whole.',
    ],
    messages: [
      'Mails and text messages that were sent to patients or wait to be sent.',
      'Read why one failed, and reach the patient in another way.',
    ],
    offers: [
      'An offer is what the hospital gives a patient to make a matter good.',
      'It is approved by the role that its amount asks for, then told to the patient and carried out.',
    ],
    'offer-rules': [
      'These rules say what may be offered, to whom, by whom and up to which amount.',
      'Try a rule as a role and for a case before you put it into force.',
    ],
    patients: [
      'Patients, with how to reach them and in which language.',
      'Possible doubles are shown when you enter one; merge them instead of keeping both.',
      'Open a patient to see their cases, visits and answers together.',
    ],
    payers: ['A payer is an insurer or another body that pays for patients.', 'Its contracts and batches hang on it.'],
    promises: [
      'A promise is what somebody told a patient would happen, and by when.',
      'Keep it with a word of proof, or say why it cannot be kept. A case is not closed over an open promise.',
    ],
    responses: [
      'These are the answers of patients to surveys.',
      'They cannot be changed. Low scores become work for the desk by themselves.',
    ],
    'settlement-files': [
      'A settlement file claims from a payer what a treatment cost.',
      'Check its lines with every step of the sum, add the documents, and take it through its approvals.',
    ],
    sites: [
      'Sites are the hospitals and clinics of the group.',
      'A site has its time zone, currency and rules in force.',
    ],
    'site-profiles': [
      'A profile holds the times, limits and texts by which a site works.',
      'Make a new version with the day from which it holds; what has begun keeps the old one.',
    ],
    'special-reports': [
      'A special report says what a major case taught.',
      'The unit manager writes and submits it, and the director accepts it.',
    ],
    surveys: [
      'A survey is a set of questions, in the languages of the patients.',
      'Write it with its preview, publish it, and decide who is invited and when.',
    ],
    terms: [
      'These are the words that fields offer, such as service lines and subjects.',
      'Add, rename or switch off a word; records that have it keep it.',
    ],
    users: [
      'Users are the people who work here, with their roles and sites.',
      'Set who is on duty, who is away, and who stands in for them.',
    ],
  },
}
