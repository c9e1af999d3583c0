import type { Question } from '#shared/entities/survey.ts'

/** A text in every language of the surveys. */
export const localized = (en: string, ar: string, zh: string, it: string, lv: string) => ({ en, ar, zh, it, lv })

export type QuestionWords = ReturnType<typeof localized>

type QuestionOptions = Partial<Pick<Question, 'options' | 'showIf' | 'required'>>

/** A question. Its metric has the same name in every version and survey, so that their figures can be compared. */
export const question = (
  qid: string,
  type: Question['type'],
  domain: Question['domain'],
  text: QuestionWords,
  options: QuestionOptions = {},
): Question => ({ qid, metricKey: qid, type, domain, text, ...options })

/** One option of a choice, with its label in every language. */
export const option = (
  code: string,
  box: 'top' | 'middle' | 'bottom' | 'na',
  ...label: Parameters<typeof localized>
) => ({
  code,
  box,
  label: localized(...label),
})

/** The question every survey ends with. */
export const recommend = question(
  'overall',
  'nps11',
  'overall',
  localized(
    'How likely are you to recommend us to family or friends?',
    'ما مدى احتمال أن توصي بنا لعائلتك أو أصدقائك؟',
    '您有多大可能向家人或朋友推荐我们？',
    'Con quale probabilità ci consiglierebbe a familiari o amici?',
    'Cik liela ir iespēja, ka ieteiksiet mūs ģimenei vai draugiem?',
  ),
  { required: true },
)

/** Whether the insurer's approval came in time; only insured patients see it. */
export const approvalTime = (showIf?: Question['showIf']): Question =>
  question(
    'approvalTime',
    'scale5',
    'insurance-approval',
    localized(
      'How do you rate the time it took until your insurer approved?',
      'كيف تقيّم المدة التي استغرقتها موافقة شركة التأمين؟',
      '您如何评价等待保险公司批准所花的时间？',
      'Come valuta il tempo trascorso fino all’autorizzazione della Sua assicurazione?',
      'Kā vērtējat laiku, kas pagāja līdz apdrošinātāja saskaņojumam?',
    ),
    { showIf },
  )

/** Whether the price was clear before it had to be paid. */
export const costsClear = question(
  'costsClear',
  'scale5',
  'billing',
  localized(
    'How do you rate the way the costs were explained before you paid?',
    'كيف تقيّم طريقة توضيح التكاليف لك قبل الدفع؟',
    '您如何评价付款前对费用的说明？',
    'Come valuta la chiarezza con cui Le sono stati spiegati i costi prima di pagare?',
    'Kā vērtējat to, cik skaidri jums pirms maksāšanas izskaidroja izmaksas?',
  ),
)

/** How the staff received the patient. */
export const welcome = question(
  'welcome',
  'scale5',
  'reception',
  localized(
    'How do you rate the way our staff received you?',
    'كيف تقيّم استقبال موظفينا لك؟',
    '您如何评价我们工作人员的接待？',
    'Come valuta l’accoglienza del nostro personale?',
    'Kā vērtējat to, kā mūsu darbinieki jūs uzņēma?',
  ),
)

/** How long the patient waited. */
export const waiting = question(
  'waiting',
  'scale5',
  'access',
  localized(
    'How do you rate the time you waited until you were seen?',
    'كيف تقيّم مدة انتظارك حتى دخولك على الطبيب؟',
    '您如何评价候诊等待的时间？',
    'Come valuta il tempo di attesa prima della visita?',
    'Kā vērtējat laiku, ko gaidījāt līdz pieņemšanai?',
  ),
)

/** Whether the doctor listened. */
export const doctorListens = question(
  'doctorListens',
  'scale5',
  'doctor',
  localized(
    'How do you rate the way the doctor listened and explained things to you?',
    'كيف تقيّم إصغاء الطبيب إليك وشرحه لحالتك؟',
    '您如何评价医生的倾听与讲解？',
    'Come valuta l’ascolto e le spiegazioni del medico?',
    'Kā vērtējat to, kā ārsts jūs uzklausīja un visu izskaidroja?',
  ),
)

/** Whether the rooms were clean. */
export const cleanRooms = question(
  'cleanRooms',
  'scale5',
  'cleanliness',
  localized(
    'How do you rate the cleanliness of the rooms and toilets?',
    'كيف تقيّم نظافة الغرف ودورات المياه؟',
    '您如何评价房间和卫生间的清洁程度？',
    'Come valuta la pulizia delle stanze e dei bagni?',
    'Kā vērtējat telpu un tualešu tīrību?',
  ),
)
