/** Comments of patients in one language: praise, and complaints by subject. */
interface Comments {
  readonly good: readonly string[]
  readonly access: readonly string[]
  readonly reception: readonly string[]
  readonly billing: readonly string[]
  readonly approval: readonly string[]
  readonly other: readonly string[]
}

/** Comments by language. */
export const comments: Readonly<Record<'en' | 'ar' | 'zh' | 'it' | 'lv', Comments>> = {
  en: {
    good: [
      'In and out in forty minutes, and the doctor drew me a picture of what she was going to do. Thank you.',
      'The nurse at the desk remembered my name from last time. It made my day.',
      'Everything was explained before I signed anything.',
      'Best experience I have had in a hospital here. Please keep the quiet waiting room.',
      'My mother was treated with real patience.',
    ],
    access: [
      'My appointment was at ten. I was seen at twenty to twelve and nobody said a word about the delay.',
      'Two hours in emergency with a crying child, and people who came later went in first.',
      'The screen with the numbers was not working, so we all stood at the door.',
    ],
    reception: [
      'The person at the desk did not look up once from the phone.',
      'I was sent from one counter to the next three times with the same paper.',
    ],
    billing: [
      'I was told 400 at the desk and asked for 1,150 at the cashier. Nobody could say why.',
      'The invoice has a line called "other". What is "other"?',
      'Please print the price before the treatment, not after.',
    ],
    approval: [
      'I waited a week for the insurer and had to call four times to find out.',
      'The approval came after I had already paid in cash. Now I am told to claim it myself.',
    ],
    other: [
      'The toilets on the second floor need attention.',
      'At discharge I got three sheets of paper and nobody went through them with me.',
    ],
  },
  ar: {
    good: [
      'جزاكم الله خيرًا، الطبيبة شرحت لي كل شيء بهدوء وأعطتني وقتًا كافيًا.',
      'استقبال راقٍ ونظافة ممتازة، وانتهيت في أقل من ساعة.',
      'الممرضة كانت لطيفة جدًا مع والدتي. شكرًا من القلب.',
      'تعامل محترم من أول الباب إلى الصيدلية.',
      'وضّحوا لي السعر قبل الجلسة، وهذا ما كنت أتمناه دائمًا.',
    ],
    access: [
      'موعدي الساعة الرابعة ودخلت السادسة إلا ربعًا دون أي اعتذار.',
      'انتظرنا في الطوارئ أكثر من ثلاث ساعات والطفل حرارته مرتفعة.',
      'لا يوجد من يخبرنا كم بقي من الوقت، نحتاج فقط إلى معلومة.',
    ],
    reception: ['موظف الاستقبال كان مشغولًا بهاتفه ولم يرد السلام.', 'أرسلوني بين ثلاثة شبابيك بنفس الورقة.'],
    billing: [
      'قيل لي إن الجلسة مشمولة ثم طُلب مني دفع ألف وأربعمئة ريال.',
      'الفاتورة غير مفهومة، فيها بنود لا أعرفها ولم يشرحها أحد.',
      'أخبرونا بالسعر قبل العلاج لا بعده.',
    ],
    approval: [
      'موافقة التأمين تأخرت ثمانية أيام، وكل يوم يقولون غدًا.',
      'دفعت نقدًا لأن الموافقة لم تصل، والآن لا أحد يعرف كيف أسترد المبلغ.',
    ],
    other: ['دورات المياه في الدور الثاني تحتاج إلى عناية أكثر.', 'خرجت دون أن يشرح لي أحد طريقة أخذ الدواء.'],
  },
  zh: {
    good: [
      '医生很耐心，还请了翻译，讲得很清楚。',
      '预约准时，环境安静，谢谢护士。',
      '第一次在国外看病，没想到这么顺利。',
    ],
    access: ['预约十点，十一点半才看上，中间没有人说明。', '急诊等了两个多小时。'],
    reception: ['前台只说阿拉伯语，比划了半天。', '同一张单子跑了三个窗口。'],
    billing: ['说好四百，结账时变成一千多，没人解释。', '账单里有看不懂的项目，希望有中文说明。'],
    approval: ['保险批准等了一个星期，要自己打电话去问。'],
    other: ['出院时给了几张纸，没有人逐条说明。'],
  },
  it: {
    good: [
      'Il medico ha spiegato tutto con calma, anche a mia moglie. Complimenti.',
      'Puntualissimi e molto gentili, tornerò volentieri.',
      'Finalmente qualcuno che ascolta prima di scrivere.',
    ],
    access: [
      'Appuntamento alle nove, visita alle dieci e quaranta. Bastava avvisare.',
      'Al pronto soccorso due ore senza nessuna informazione.',
    ],
    reception: ['Allo sportello mi hanno parlato senza alzare gli occhi.', 'Tre sportelli per lo stesso foglio.'],
    billing: [
      'Il preventivo era di 600, il conto di 1.380. Nessuno ha saputo dirmi perché.',
      'In fattura c’è una voce “altro” di 240. Che cos’è?',
    ],
    approval: ['Otto giorni per l’autorizzazione, e ho dovuto telefonare io ogni volta.'],
    other: ['Dimesso con tre fogli in mano e nessuna spiegazione sui farmaci.'],
  },
  lv: {
    good: [
      'Ārsts visu mierīgi izskaidroja un atbildēja uz visiem jautājumiem.',
      'Ļoti laipna uzņemšana, un viss notika laikā. Paldies!',
      'Māsiņa piezvanīja nākamajā dienā un apjautājās, kā jūtos. Tas bija negaidīti patīkami.',
    ],
    access: [
      'Pieraksts bija plkst. 9.30, ārsts pieņēma pēc vienpadsmitiem. Neviens neatvainojās.',
      'Neatliekamajā palīdzībā gaidījām divas stundas bez jebkādas informācijas.',
    ],
    reception: [
      'Reģistratūrā ar mani runāja, nepaceļot acis no ekrāna.',
      'Ar vienu papīru mani sūtīja pie trim lodziņiem.',
    ],
    billing: [
      'Solīja vienu cenu, rēķinā bija divreiz vairāk, un paskaidrojuma nav.',
      'Lūdzu, pasakiet cenu pirms procedūras, nevis pēc tās.',
    ],
    approval: ['Apdrošinātāja saskaņojumu gaidīju nedēļu, un zvanīt vajadzēja man pašam.'],
    other: ['Izrakstoties iedeva trīs lapas, bet neviens tās ar mani neizgāja cauri.'],
  },
}
