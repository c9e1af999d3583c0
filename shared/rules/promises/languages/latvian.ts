import { endingWith, type PromiseLanguage, whole } from './language.ts'

// Verbs in the first person singular of the future, whose ending alone also closes other words.
const deeds =
  '(?:piezvani|parzvani|zvani|nosuti|aizsuti|suti|atsuti|atbilde|parbaudi|pazino|atmaksa|sakarto|uzzina|noskaidro|parruna|informe|izskati|pateik|iedo|do|atnesi|samekle|piesekos|nokarto)su'
const house =
  '(?:kads|kolegis|kolege|arsts|arste|kirurgs|vaditajs|vaditaja|direktors|direktore|masa|specialists|darbinieks)'
const deedOfOther = '(?:piezvanis|parzvanis|sazinasies|atbildes|pazinos|informes|nosutis|pienems|paskaidros)'

/** Promises in Latvian. */
export const latvian: PromiseLanguage = {
  commits: [
    // Nearly every long word with this ending is of the first person plural of the future, and names such as Qasim are
    // short; a prefix denies it.
    whole('(?!ne(?!s))(?!redzesim|skatisim)(?:\\p{L}{5,}|dari|suti|zvani|iedo|do|bu|veik)sim(?:ies)?'),
    whole(`${deeds}|sazinasos|tiksos|paruposos`),
    whole('(?:ap)?sol(?:u|am|iju|ijam)|garanteju|garantejam|apnemos|apnemamies'),
    whole(`${house} .{0,20}?${deedOfOther}`),
    whole(`jums (?:\\p{L}+ )?(?:piezvanis|parzvanis|atbildes|atmaksas)|ar jums (?:\\p{L}+ )?sazinasies`),
    whole('(?:teicu|teicam|sacijam|apstiprinajam), ka .{0,30}?\\p{L}{3,}(?:sim|su|tu)'),
  ],
  voidBefore: endingWith(
    [
      '(?:teica|saka|apgalvo|raksta|rakstija|jautaja|jauta|draud|draudeja|kliedza|doma|cer)(?: (?:man|mums))?(?:, ka|,|:)? ?["“„]?(?:mes |es )?',
      '(?:vai|ja|kad|ka[dp]?ec|kur|kas|ne|nekad)(?: (?:mes|es))? ',
      '(?:paciente|pacients|vins|vina|dels|meita|virs|sieva) ?: ?["“„]?(?:es )?',
    ].join('|'),
  ),
  weekdays: ['svetdien', 'pirmdien', 'otrdien', 'tresdien', 'ceturtdien', 'piektdien', 'sestdien'].map(
    (day) => `${day}(?:a|ai|u)?`,
  ),
  months: [
    ...['janvar', 'februar', 'mart', 'april', 'maij', 'junij', 'julij', 'august', 'septembr', 'oktobr', 'novembr'],
    'decembr',
  ].map((month) => `${month}(?:is|i|im|a|u|s)`),
  dates: ['(\\d{1,2})\\.? MONTH'],
  relatives: [
    ['sodien|sovakar|sorit', { inDays: 0 }],
    ['parit', { inDays: 2 }],
    ['rit|ritdien', { inDays: 1 }],
    ['nakamnedel|nakamaja nedela|nedelas laika', { inDays: 7 }],
    ['(?:vienas )?stundas laika|pec stundas', { inMinutes: 60 }],
    ['pusstundas laika|pec pusstundas', { inMinutes: 30 }],
  ],
  spans: [
    ['(?:pec )?COUNT darba ?dienu(?: laika)?', 'workingDays'],
    ['(?:COUNT dienu laika|pec COUNT dienam)', 'days'],
    ['(?:COUNT stundu laika|pec COUNT stundam)', 'hours'],
    ['(?:COUNT minusu laika|COUNT minutu laika|pec COUNT minutem)', 'minutes'],
    ['(?:COUNT nedelu laika|pec COUNT nedelam)', 'weeks'],
  ],
  numbers: { vienas: 1, divu: 2, divam: 2, triju: 3, trim: 3, cetru: 4, cetram: 4, piecu: 5, piecam: 5, desmit: 10 },
}
