import { approvalTime, costsClear, localized, option, question, recommend, welcome } from './questions.ts'

/** After a case is closed: how the patient was treated as a complainant. */
export const afterComplaint = {
  name: 'After a complaint',
  title: localized(
    'Did we put it right?',
    'هل عالجنا شكواك كما ينبغي؟',
    '我们妥善处理您的意见了吗？',
    'Abbiamo rimediato?',
    'Vai mēs to nokārtojām?',
  ),
  intro: localized(
    'You told us that something went wrong. Tell us now how we dealt with it, whatever the outcome was.',
    'أخبرتنا بأن أمرًا لم يسر كما يجب. نودّ أن نعرف الآن كيف تعاملنا معه، أيًّا كانت النتيجة.',
    '您曾告诉我们有不妥之处。无论结果如何，请告诉我们处理得怎么样。',
    'Ci ha segnalato che qualcosa non è andato bene. Ora ci dica come l’abbiamo gestito, qualunque sia stato l’esito.',
    'Jūs mums pastāstījāt, ka kaut kas nav bijis kārtībā. Lūdzu, pasakiet, kā mēs ar to tikām galā, lai kāds būtu iznākums.',
  ),
  thanks: localized(
    'Thank you for telling us twice.',
    'شكرًا لأنك أخبرتنا مرة أخرى.',
    '感谢您再次告诉我们。',
    'Grazie per avercelo detto ancora una volta.',
    'Paldies, ka pastāstījāt vēlreiz.',
  ),
  linkDays: 14,
  reminderDays: [5],
  quarantineDays: 0,
  sampleRate: 1,
  questions: [
    question(
      'wasHeard',
      'scale5',
      'reception',
      localized(
        'How do you rate the way you were listened to?',
        'كيف تقيّم إصغاءنا إليك؟',
        '您如何评价我们倾听您的方式？',
        'Come valuta il modo in cui è stato ascoltato?',
        'Kā vērtējat to, kā jūs uzklausīja?',
      ),
    ),
    question(
      'answerSpeed',
      'scale5',
      'access',
      localized(
        'How do you rate the time it took until you had an answer?',
        'كيف تقيّم المدة التي مضت حتى حصلت على رد؟',
        '您如何评价得到答复所花的时间？',
        'Come valuta il tempo trascorso prima di ricevere una risposta?',
        'Kā vērtējat laiku, kas pagāja līdz atbildei?',
      ),
    ),
    question(
      'isSolved',
      'choice',
      'discharge',
      localized(
        'Is the matter settled for you?',
        'هل تعدّ الموضوع منتهيًا؟',
        '对您来说，问题解决了吗？',
        'Per Lei la questione è risolta?',
        'Vai jums šī lieta ir atrisināta?',
      ),
      {
        options: [
          option('yes', 'top', 'Yes, fully', 'نعم، تمامًا', '完全解决', 'Sì, del tutto', 'Jā, pilnībā'),
          option('partly', 'middle', 'Partly', 'جزئيًا', '部分解决', 'In parte', 'Daļēji'),
          option('no', 'bottom', 'No', 'لا', '没有', 'No', 'Nē'),
        ],
      },
    ),
    question(
      'promiseKept',
      'yesno',
      'discharge',
      localized(
        'Did we do what we promised?',
        'هل وفينا بما وعدنا به؟',
        '我们是否兑现了承诺？',
        'Abbiamo mantenuto quanto promesso?',
        'Vai izdarījām to, ko solījām?',
      ),
    ),
    recommend,
  ],
} as const

/** After a request to an insurer for an approval. */
export const insuranceApproval = {
  name: 'Insurance approval experience',
  title: localized(
    'How did the approval go?',
    'كيف سارت موافقة التأمين؟',
    '保险批准过程如何？',
    'Com’è andata l’autorizzazione?',
    'Kā noritēja saskaņošana?',
  ),
  intro: localized(
    'Your insurer had to approve a service first. Six questions about how we handled that.',
    'كان لا بد من موافقة شركة التأمين أولًا. ستة أسئلة عن طريقة تعاملنا مع ذلك.',
    '您的服务需先经保险公司批准。以下六个问题了解我们的处理情况。',
    'La Sua assicurazione doveva prima autorizzare la prestazione. Sei domande su come l’abbiamo gestito.',
    'Apdrošinātājam pakalpojums vispirms bija jāsaskaņo. Seši jautājumi par to, kā mēs rīkojāmies.',
  ),
  thanks: localized(
    'Thank you. We take slow approvals up with the insurers themselves.',
    'شكرًا لك. نناقش الموافقات المتأخرة مع شركات التأمين مباشرة.',
    '谢谢您。对于缓慢的审批，我们会直接与保险公司交涉。',
    'Grazie. Delle autorizzazioni lente parliamo direttamente con le assicurazioni.',
    'Paldies. Par lēniem saskaņojumiem mēs runājam ar pašiem apdrošinātājiem.',
  ),
  linkDays: 10,
  reminderDays: [3],
  quarantineDays: 14,
  sampleRate: 0.5,
  questions: [
    approvalTime(),
    question(
      'keptInformed',
      'yesno',
      'insurance-approval',
      localized(
        'Were you kept informed while you waited?',
        'هل أُبلغتَ بالمستجدات أثناء الانتظار؟',
        '等待期间，是否有人及时告知您进展？',
        'È stato informato durante l’attesa?',
        'Vai jūs informēja, kamēr gaidījāt?',
      ),
    ),
    question(
      'decision',
      'choice',
      'insurance-approval',
      localized(
        'What did the insurer decide?',
        'ماذا قررت شركة التأمين؟',
        '保险公司的决定是什么？',
        'Che cosa ha deciso l’assicurazione?',
        'Ko nolēma apdrošinātājs?',
      ),
      {
        options: [
          option('all', 'top', 'All approved', 'وافقت على الكل', '全部批准', 'Autorizzato tutto', 'Saskaņots viss'),
          option('part', 'middle', 'Part of it', 'وافقت على جزء', '部分批准', 'Solo in parte', 'Tikai daļa'),
          option('none', 'bottom', 'Refused', 'رفضت', '拒绝', 'Rifiutato', 'Atteikts'),
          option('open', 'na', 'Not decided yet', 'لم تقرر بعد', '尚未决定', 'Non ha ancora deciso', 'Vēl nav izlemts'),
        ],
      },
    ),
    costsClear,
    welcome,
    recommend,
  ],
} as const
