import type { CaseStory } from './story.ts'

/** What Arabic-speaking patients complain of, ask and praise. */
export const ar: readonly CaseStory[] = [
  {
    type: 'complaint',
    departments: ['Emergency'],
    text: 'والدي عمره ثمان وسبعون سنة وبقي على الكرسي في الطوارئ أكثر من ساعتين وهو يتألم من صدره. لم يسأل عنه أحد.',
    narrative:
      'وصلنا بعد المغرب بقليل. قلت للموظف إن الألم في الصدر فقال: خذ رقمًا واجلس. بعد أربعين دقيقة ذهبت إليه مرة ثانية فقال إن الدور بالأرقام. لم يُعمل له تخطيط إلا عندما صرخت. الحمد لله كانت النتيجة سليمة، لكن من كان سيتحمل لو لم تكن كذلك؟',
    translation:
      'We arrived shortly after sunset. I told the clerk that the pain was in the chest and he said: take a number and sit down. After forty minutes I went to him again and he said it goes by number. Nobody made an ECG until I shouted. Thank God the result was good, but who would have answered for it had it not been?',
    team: 'ألم الصدر من أسباب الفرز الفوري ويجب أن يُعمل التخطيط خلال عشر دقائق. الموظف جديد ولم يكن قد أنهى تدريب الاستقبال.',
    demands: ['apology', 'explanation', 'staff-action'],
    subjects: [
      ['safety', 'high'],
      ['institutional processes', 'high'],
    ],
    cause: 'waiting',
    fault: 'own-fault',
    outcome: 'upheld',
    isGrave: true,
  },
  {
    type: 'complaint',
    text: 'الموظفة رفعت صوتها عليّ أمام الناس لأنني سألت عن موعدي مرتين. أنا أم ولست متسولة.',
    narrative:
      'كان معي طفلاي. سألت عن الموعد فأشارت إلى الشاشة، والشاشة لا تعمل. سألت مرة ثانية فقالت بصوت عالٍ: قلت لك انتظري! سكت كل من في الصالة ونظروا إليّ. خرجت وبكيت في السيارة.',
    translation:
      'My two children were with me. I asked about the appointment and she pointed at the screen, and the screen was not working. I asked again and she said loudly: I told you to wait! The whole hall fell silent and looked at me. I went out and cried in the car.',
    team: 'The receptionist was alone at two counters for four hours. She is sorry, remembers the words, and would like to apologise in person.',
    demands: ['apology'],
    subjects: [['respect and rights', 'high']],
    cause: 'attitude',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'complaint',
    departments: ['Plastic surgery'],
    text: 'بعد شد الجفن صارت عيني اليمنى لا تغلق تمامًا في النوم. عندما راجعت قالوا لي: هذا طبيعي، اصبري.',
    narrative:
      'مضت سبعة أسابيع على العملية. أستيقظ وعيني جافة وحمراء. طلبت أن يراني الطبيب نفسه ثلاث مرات وفي كل مرة رآني طبيب آخر ولم يفتح أحد ملفي. لا أريد مالًا، أريد أن يقول لي من أجرى العملية ماذا حدث وماذا سيفعل.',
    translation:
      'It is seven weeks since the operation. I wake up with a dry, red eye. Three times I asked to be seen by the doctor himself, and each time I was seen by another one and nobody opened my file. I do not want money. I want the one who operated on me to tell me what happened and what he will do.',
    team: 'Mild lagophthalmos on the right, known to happen in the first weeks and usually to pass. The surgeon was on leave; the colleagues who saw her left no note for him. A revision is free of charge if it is still there at three months.',
    demands: ['explanation', 'redo-treatment'],
    subjects: [
      ['quality', 'high'],
      ['listening', 'high'],
    ],
    cause: 'clinical',
    fault: 'communication',
    outcome: 'partly-upheld',
    isGrave: true,
  },
  {
    type: 'complaint',
    departments: ['Dental', 'Dermatology', 'Internal medicine', 'Paediatrics'],
    text: 'موعدي الساعة الرابعة ودخلت السادسة. لو أخبرتموني برسالة لبقيت في عملي.',
    narrative:
      'أنا معلم وأخذت إذنًا من المدرسة. جلست ساعتين والموظفون يقولون: بعد قليل. رأيت خمسة مراجعين يدخلون بلا موعد. المشكلة ليست التأخير بل أن وقتي لا قيمة له عندكم.',
    translation:
      'I am a teacher and had taken leave from school. I sat for two hours while the staff kept saying: in a little while. I saw five people go in without an appointment. The problem is not the delay but that my time is worth nothing to you.',
    team: 'Two urgent cases were put in between, and the clinic was double-booked from three o’clock on. No message about the delay was sent.',
    demands: ['apology', 'explanation'],
    subjects: [['institutional processes', 'medium']],
    cause: 'waiting',
    fault: 'communication',
    outcome: 'upheld',
  },
  {
    type: 'payment-refusal',
    departments: ['Dermatology', 'Dental', 'Plastic surgery'],
    text: 'قالوا لي إن التأمين يغطي الجلسة، والآن يطلبون {amount}. لن أدفع شيئًا لم يخبرني به أحد.',
    narrative:
      'سألت في الاستقبال قبل الجلسة: هل عليّ شيء؟ قالت: لا، التأمين يغطي. وقّعت على ورقة لم تُقرأ لي. بعد الجلسة قال الصندوق إن المبلغ {amount}. لو عرفت قبلها لما عملتها هذا الشهر.',
    translation:
      'Before the session I asked at the desk: do I have to pay anything? She said: no, the insurance covers it. I signed a paper that nobody read to me. After the session the cashier said {amount}. Had I known before, I would not have had it done this month.',
    team: 'Cosmetic sessions are excluded in this class. The receptionist looked at the consultation, which is covered, and took it for the session.',
    demands: ['explanation', 'write-off'],
    subjects: [['communication', 'high']],
    cause: 'billing',
    fault: 'own-fault',
    outcome: 'upheld',
    disputed: [600, 1900],
  },
  {
    type: 'payment-refusal',
    text: 'الفاتورة فيها {amount} تحت اسم «مستلزمات». أريد أن أعرف ما هي هذه المستلزمات قبل أن أدفع.',
    narrative:
      'سألت ثلاثة موظفين وكل واحد أعطاني جوابًا مختلفًا. أنا مستعد لدفع ما استُعمل لي، لكن لا أدفع كلمة لا يفهمها أحد.',
    translation:
      'I asked three employees and each gave me another answer. I am willing to pay for what was used on me, but I do not pay for a word that nobody understands.',
    team: 'The item bundles dressings and a disposable set. The breakdown exists in the system but is not printed.',
    demands: ['explanation'],
    subjects: [['communication', 'medium']],
    cause: 'billing',
    fault: 'communication',
    outcome: 'partly-upheld',
    disputed: [120, 540],
  },
  {
    type: 'approval-delay',
    text: 'موافقة العملية لها أحد عشر يومًا. كل مرة أتصل يقولون: أرسلنا للتأمين. أريد إجابة واضحة.',
    narrative:
      'حدد الطبيب العملية ليوم الأحد ثم أُجلت مرتين. أخذت إجازة مرتين. اتصلت بشركة التأمين فقالوا إن الطلب ناقص من يوم الثلاثاء ولم يصلهم رد.',
    translation:
      'The doctor set the operation for a Sunday, then it was postponed twice. I took leave twice. I called the insurer and they said the request had been incomplete since Tuesday and nobody had answered them.',
    team: 'The insurer asked for the laboratory report on the second day. The question was seen on the sixth day, because the clerk on duty was on sick leave and nobody had taken over the list.',
    demands: ['explanation', 'apology'],
    subjects: [['institutional processes', 'high']],
    cause: 'insurer',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'coverage-refusal',
    text: 'التأمين رفض العلاج وأنتم تقولون لا علاقة لنا. من يشرح لي سبب الرفض بلغة أفهمها؟',
    narrative:
      'استلمت رسالة فيها رمز وثلاث كلمات إنجليزية. سألت عنها هنا فقالوا اسأل التأمين، وسألت التأمين فقالوا اسأل المستشفى. المبلغ {amount} وأنا بينكما.',
    translation:
      'I received a message with a code and three English words. I asked about it here and was told to ask the insurer; I asked the insurer and was told to ask the hospital. It is {amount}, and I stand between you.',
    team: 'The denial says that the service needs a prior approval in class C. It was asked for one day late. We have lodged an appeal.',
    demands: ['explanation', 'write-off'],
    subjects: [['communication', 'high']],
    cause: 'insurer',
    fault: 'communication',
    outcome: 'partly-upheld',
    disputed: [350, 1700],
  },
  {
    type: 'enquiry',
    text: 'أرغب في معرفة ما إذا كان بإمكاني تقسيط المبلغ المتبقي، وإلى من أتحدث بهذا الشأن.',
    narrative: 'الراتب ينزل يوم سبعة وعشرين. أستطيع أن أدفع على ثلاث دفعات.',
    translation: 'The salary comes on the twenty-seventh. I can pay in three instalments.',
    team: 'Three instalments can be agreed at the cashier without an approval.',
    demands: ['explanation'],
    subjects: [['institutional processes', 'low']],
    cause: 'billing',
    fault: 'communication',
    outcome: 'not-upheld',
  },
  {
    type: 'compliment',
    departments: ['Internal medicine'],
    text: 'أشكر طاقم التمريض على ما فعلوه مع والدتي رحمها الله في أيامها الأخيرة. لم تكن وحدها لحظة واحدة.',
    narrative: 'أحببت أن يصل شكري إليهم بالاسم، وخاصة ممرضات المناوبة الليلية.',
    translation: 'I would like my thanks to reach them by name, the nurses of the night shift above all.',
    team: 'Read out at the shift handover. The nurses have written back to the family.',
    demands: [],
    subjects: [['listening', 'high']],
    cause: 'other',
    fault: 'communication',
    outcome: 'not-upheld',
  },
]
