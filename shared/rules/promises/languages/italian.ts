import { endingWith, type PromiseLanguage, whole } from './language.ts'

// Stems of the future, which take an ending of the first person.
const deeds = [
  ...[
    '(?:ri)?chiamer',
    'telefoner',
    'mander',
    'invier',
    'spedir',
    'rimborser',
    'risponder',
    '(?:ri)?contatter',
    '(?:ri)?far',
  ],
  ...[
    'fisser',
    'verificher',
    '(?:ri)?controller',
    'avviser',
    'informer',
    'comunicher',
    'prenoter',
    'organizzer',
    'sistemer',
  ],
  ...[
    '(?:ri)?scriver',
    'dar',
    'ridar',
    'porter',
    'provveder',
    'occuper',
    'risolver',
    'riparer',
    'restituir',
    'annuller',
  ],
  ...[
    'parler',
    'chieder',
    'sentir',
    'richieder',
    'consegner',
    'aggiorner',
    'trasferir',
    'esaminer',
    'garantir',
    'assicurer',
  ],
  ...['correggerr?', 'tratter', 'incontrer', 'cercher', 'spiegher'],
].join('|')
const house =
  '(?:qualcuno|un[ao]? collega|il (?:medico|dottore|chirurgo|direttore|responsabile)|la (?:dottoressa|direttrice|responsabile|caposala)|l_(?:ufficio|infermier[ae]))'

/** Promises in Italian. */
export const italian: PromiseLanguage = {
  commits: [
    whole(`(?:${deeds})(?:emo|o)(?! (?:cosa|se (?:ne|si)))`),
    whole('prometto|promettiamo|garantisco|garantiamo|(?:mi impegno|ci impegniamo)|(?:ho|abbiamo) (?:gia )?promesso'),
    whole('(?:ho|abbiamo) (?:detto|spiegato|assicurato|confermato) .{0,40}?(?:avremmo|avrei|_avremmo|_avrei)'),
    whole(
      '(?:la|le|vi|ti|li|lo|gli) (?:ri)?(?:chiamiamo|chiamo|contattiamo|mandiamo|inviamo|rimborsiamo) .{0,20}?(?:domani|oggi|entro|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)',
    ),
    whole(
      `${house} .{0,20}?(?:la|le|vi|ti|li|lo|gli) (?:ri)?(?:chiamera|contattera|telefonera|rispondera|scrivera|visitera|vedra|spieghera)`,
    ),
    whole(
      '(?:sara|verra|saranno|verranno|sarete|sarai|verrete) (?:ri)?(?:chiamat|contattat|rimborsat|avvisat|informat)[aoei]',
    ),
  ],
  voidBefore: endingWith(
    [
      '(?:ha detto|hanno detto|dice|dicono|diceva|sostiene|sostengono|minaccia|afferma|scrive|ha scritto|chiede|ha chiesto|grida|ripete|crede|pensa)(?: (?:a me|a noi))?(?:,? che|:|,)? ?["“«]?',
      '(?:non|mai|se|quando|come|perche|cosa|dove|chi|senza)(?: (?:glie)?(?:la|le|lo|li|gli|vi|ti|ci|mi|ne|l_))*(?: (?:la|le|vi|ti|lo|li))? ',
      '(?:paziente|signora|signore|figli[ao]|marito|moglie) ?: ?["“«]?',
    ].join('|'),
  ),
  weekdays: ['domenica', 'lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato'],
  months: [
    ...['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto'],
    ...['settembre', 'ottobre', 'novembre', 'dicembre'],
  ],
  dates: ['(\\d{1,2}) MONTH'],
  relatives: [
    ['oggi|stasera|stamattina|questo pomeriggio|in giornata', { inDays: 0 }],
    ['dopodomani', { inDays: 2 }],
    ['domani|domattina', { inDays: 1 }],
    ['la (?:prossima settimana|settimana prossima)|entro (?:la|una) settimana', { inDays: 7 }],
    ['(?:entro|tra|fra) un_ora', { inMinutes: 60 }],
    ['(?:entro|tra|fra) mezz_ora', { inMinutes: 30 }],
  ],
  spans: [
    ['(?:entro|tra|fra|in) COUNT giorni lavorativi', 'workingDays'],
    ['(?:entro|tra|fra|in) COUNT giorn[oi]', 'days'],
    ['(?:entro|tra|fra|in) COUNT or[ae]', 'hours'],
    ['(?:entro|tra|fra|in) COUNT minut[oi]', 'minutes'],
    ['(?:entro|tra|fra|in) COUNT settiman[ae]', 'weeks'],
  ],
  numbers: { un: 1, una: 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10 },
}
