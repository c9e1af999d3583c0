import type { HelpTexts } from './texts.ts'

/** The help of every page and the tour, in Latvian. */
export const help: HelpTexts = {
  title: 'Palīdzība',
  acts: 'Ko šeit var darīt',
  keys: 'Taustiņi',
  everywhere: 'Visur',
  inSheet: 'Tabulā',
  takeTour: 'Sākt iepazīšanos',
  close: 'Aizvērt',
  place: '%{step} no %{count}',
  next: 'Tālāk',
  back: 'Atpakaļ',
  leave: 'Beigt iepazīšanos',
  done: 'Sākt darbu',
  tour: {
    menu: {
      title: 'Viss ir izvēlnē',
      text: 'Piecas grupas ved uz visām lapām, ko jūsu loma drīkst redzēt. „Šodien“ rāda, kas jūs gaida.',
    },
    search: {
      title: 'Atrast jebkuru, darīt jebko',
      text: 'Ierakstiet šeit vārdu, tālruni vai numuru. Ctrl+K atver komandu izvēlni, kas pēc dažiem burtiem aizved jebkur.',
    },
    list: {
      title: 'Saraksti atbild uz jautājumiem',
      text: 'Filtrējiet pēc jebkuras kolonnas, kārtojiet un grupējiet. Iekārtoto saglabājiet kā skatu; lapas adrese ir saite uz to.',
    },
    cells: {
      title: 'Saraksti ir tabulas',
      text: 'Rakstiet šūnā, ielīmējiet no Excel, aizpildiet uz leju, atsauciet. Noraidīta vērtība paliek savā vietā, atzīmēta ar iemeslu.',
    },
    help: {
      title: 'Palīdzība ir katrā lapā',
      text: 'Nospiediet ?, lai lasītu, kam lapa ir domāta un kuri taustiņi tajā darbojas. No turienes iepazīšanos var sākt vēlreiz.',
    },
  },
  rooms: {
    home: [
      'Šī lapa rāda, kas šodien jūs gaida.',
      'Nospiediet skaitli, lai atvērtu sarakstu aiz tā.',
      'Vispirms ir zvani, termiņi, apstiprinājumi un solījumi, kam pienācis laiks.',
    ],
    intake: [
      'Šeit sūdzību, uzziņu vai atteikšanos maksāt atver kā lietu, mazāk nekā divās minūtēs.',
      'Atrodiet pacientu pēc vārda, tālruņa vai numura vai ievadiet jaunu.',
      'Pierakstiet teikto paša cilvēka vārdiem. Ctrl+Enter nosūta veidlapu.',
    ],
    board: [
      'Tāfele rāda atvērtās lietas pa statusiem.',
      'Atveriet lietu, lai veiktu nākamo darbību; kartīte kļūst dzeltena, kad tuvojas termiņš, un sarkana, kad tas nokavēts.',
    ],
    calls: [
      'Šie ir šodienas zvani, steidzamākie vispirms.',
      'Atveriet zvanu, lai redzētu numuru un ko jautāt, un pierakstiet, kā izdevās.',
      'Zvans, uz kuru neviens neatbildēja, vēlāk pats atgriežas.',
    ],
    reports: [
      'Pārskati skaita lietas, termiņus, naudu un atbildes par periodu un iestādi.',
      'Mainiet periodu augšā; katrs skaitlis ved uz sarakstu, ko tas skaita.',
    ],
    results: [
      'Rezultāti rāda, kā pacienti atbildēja uz aptauju un kas bija vājš.',
      'Izvēlieties aptauju un laiku. Intervāls rāda, cik drošs ir procents.',
    ],
    week: [
      'Šī lapa apkopo iestādes nedēļas pēcsaziņas zvanus.',
      'Izvēlieties nedēļu un izdrukājiet tabulu vai saglabājiet to izklājlapai.',
    ],
    notices: [
      'Šie ir jūsu paziņojumi: kas noticis, kam jāpievērš uzmanība.',
      'Atveriet paziņojumu, lai pārietu uz tā ierakstu. Atzīmējiet kā izlasītu, kad vairs nekas nav darāms.',
    ],
    list: [
      'Šis ir ierakstu saraksts tabulas veidā.',
      'Filtrējiet, kārtojiet un grupējiet pēc kolonnām un saglabājiet to kā skatu.',
      'Mainiet šūnas uz vietas, ja loma to atļauj, pa vienai vai daudzas reizē.',
    ],
    record: [
      'Šis ir viens ieraksts ar visu, kas tam pieder.',
      'Ja darbība tagad nav iespējama, iemeslu rāda pie tās pogas.',
      'Vēsture zemāk rāda, kas ko mainīja un kad.',
    ],
    form: [
      'Ar šo veidlapu izveido vai maina vienu ierakstu.',
      'Lauki ar zvaigznīti ir obligāti. Ja kas netiek pieņemts, tas norādīts pie lauka, un nekas nezūd.',
    ],
    import: [
      'Šeit CSV vai Excel fails kļūst par ierakstiem.',
      'Norādiet, kura kolonna ir kurš lauks, un apskatiet, kas notiktu, pirms kaut ko ieraksta.',
      'Noraidītās rindas var lejupielādēt, izlabot un sūtīt vēlreiz.',
    ],
    'access-entries': [
      'Šis saraksts rāda, kas lasīja ierobežotus ierakstus un kad.',
      'Tas rodas pats, un to nevar mainīt. Filtrējiet pēc personas vai ieraksta.',
    ],
    batches: [
      'Paketē ir norēķini, ko maksātājam nodod kopā.',
      'Kamēr pakete ir atvērta, ielieciet norēķinus, apskatiet kopsummas un aizzīmogojiet to. Pēc tam eksportējiet un piegādājiet.',
    ],
    cases: [
      'Lieta ir viena sūdzība, uzziņa vai atteikšanās maksāt, no saņemšanas līdz slēgšanai.',
      'Uzklausiet abas puses, izvērtējiet, piedāvājiet atļauto un izpildiet solīto.',
      'Termiņus skaita pēc iestādes noteikumiem; dzeltens nozīmē, ka termiņš tuvojas, sarkans, ka tas nokavēts.',
    ],
    contracts: [
      'Līgums nosaka, par ko maksātājs maksā, par kādu cenu un līdz kuram laikam.',
      'Ievadiet šeit klases un limitus; pēc tiem aprēķina norēķinus.',
    ],
    coverages: [
      'Apdrošinājums rāda, kurš maksātājs maksā par pacientu un ar kādiem limitiem.',
      'Ierakstiet numuru un datumus tā, kā tie ir kartē.',
    ],
    'dead-letters': [
      'Šos notikumus divas stundas neizdevās apstrādāt, un tie ir atlikti, norādot iemeslu.',
      'Novērsiet cēloni un nosūtiet notikumu atkārtoti. Nekas no tā nenotiek divreiz.',
    ],
    encounters: [
      'Vizīte ir viena pacienta ārstēšanas reize iestādē.',
      'Lietas, aptaujas un norēķini atsaucas uz to pēc numura.',
    ],
    'follow-ups': [
      'Pēcsaziņa ir zvans pacientam pēc lietas vai vizītes.',
      'Tā gaida savu laiku un, kad tas pienāk, ir dienas zvanu sarakstā.',
    ],
    invitations: [
      'Uzaicinājums ir aptaujas saite, kas nosūtīta vienam pacientam.',
      'Apskatiet, vai tas ir nosūtīts, atvērts un atbildēts; atgādiniet pacientam vai atceliet to.',
    ],
    jobs: [
      'Uzdevumi ir ilgi darbi: imports, eksports un daudzu ierakstu maiņa.',
      'Skatiet, cik paveikts, apturiet, lasiet noraidīto vai atsauciet visas izmaiņas kopā.',
    ],
    messages: [
      'E-pasti un īsziņas, kas nosūtītas pacientiem vai gaida nosūtīšanu.',
      'Lasiet, kāpēc kāda neizdevās, un sazinieties ar pacientu citādi.',
    ],
    offers: [
      'Piedāvājums ir tas, ko slimnīca pacientam dod, lai lietu vērstu par labu.',
      'To apstiprina loma, kādu prasa summa, tad to izsaka pacientam un izpilda.',
    ],
    'offer-rules': [
      'Šie noteikumi nosaka, ko drīkst piedāvāt, kam, kurš un līdz kādai summai.',
      'Pirms noteikums stājas spēkā, izmēģiniet to kādai lomai un lietai.',
    ],
    patients: [
      'Pacienti: kā viņus sasniegt un kurā valodā.',
      'Ievadot pacientu, rāda iespējamos dubultniekus; apvienojiet tos, nevis paturiet abus.',
      'Atveriet pacientu, lai kopā redzētu lietas, vizītes un atbildes.',
    ],
    payers: [
      'Maksātājs ir apdrošinātājs vai cita organizācija, kas maksā par pacientiem.',
      'Ar to ir saistīti līgumi un paketes.',
    ],
    promises: [
      'Solījums ir tas, ko pacientam kāds teica, ka notiks, un līdz kuram laikam.',
      'Atzīmējiet izpildi ar apliecinājumu vai norādiet, kāpēc nevar izpildīt. Lietu ar atvērtu solījumu neslēdz.',
    ],
    responses: [
      'Šīs ir pacientu atbildes uz aptaujām.',
      'Tās nevar mainīt. No zemiem vērtējumiem paši rodas darbi pacientu attiecību komandai.',
    ],
    'settlement-files': [
      'Ar norēķinu maksātājam pieprasa to, ko ārstēšana maksāja.',
      'Pārbaudiet rindas ar katru aprēķina soli, pievienojiet dokumentus un virziet norēķinu caur apstiprinājumiem.',
    ],
    sites: [
      'Iestādes ir grupas slimnīcas un klīnikas.',
      'Iestādei ir sava laika josla, valūta un spēkā esošie noteikumi.',
    ],
    'site-profiles': [
      'Profilā ir termiņi, limiti un teksti, pēc kuriem iestāde strādā.',
      'Veidojiet jaunu versiju ar dienu, no kuras tā ir spēkā; jau sāktajam paliek vecā.',
    ],
    'special-reports': [
      'Īpašais ziņojums rāda, ko iemācīja nopietna lieta.',
      'Nodaļas vadītājs to raksta un iesniedz, direktors pieņem.',
    ],
    surveys: [
      'Aptauja ir jautājumu kopa pacientu valodās.',
      'Rakstiet to ar priekšskatījumu, publicējiet un izlemiet, ko un kad uzaicina.',
    ],
    terms: [
      'Šie ir vārdi, ko piedāvā lauki, piemēram, pakalpojumu jomas un temati.',
      'Pievienojiet, pārdēvējiet vai izslēdziet vārdu; ierakstos, kur tas jau ir, tas paliek.',
    ],
    users: [
      'Lietotāji ir cilvēki, kas šeit strādā, ar savām lomām un iestādēm.',
      'Norādiet, kas dežurē, kas ir prombūtnē un kas viņus aizvieto.',
    ],
  },
}
