import type { Remedy } from '#shared/entities/offer.ts'
import type { Language } from '#shared/text/languages.ts'

type TextsByLanguage = Readonly<Record<Language, string>>

/** What is said with a gift of goodwill, word for word: it is kind, and admits nothing. */
export const goodwillWording: TextsByLanguage = {
  en: 'We understand that this visit was not what you had hoped for. As a gesture of goodwill we would like to offer you this. It is not a statement about who was responsible.',
  ar: 'نتفهم أن هذه الزيارة لم تكن كما كنتم تأملون. وكبادرة حسن نية نود أن نقدم لكم هذا العرض، وهو لا يعني إقرارًا بالمسؤولية.',
  zh: '我们理解这次就诊没有达到您的期望。为表善意,我们愿意向您提供此项优惠。这并不表示对责任的认定。',
  it: 'Comprendiamo che questa visita non è stata come sperava. Come gesto di cortesia desideriamo offrirLe questo. Non è una dichiarazione su chi sia responsabile.',
  lv: 'Mēs saprotam, ka šī vizīte nebija tāda, kā Jūs cerējāt. Kā labas gribas žestu vēlamies Jums piedāvāt šo. Tas nav paziņojums par to, kurš ir atbildīgs.',
}

/** What is said with each remedy where no words of the site stand in the place of these. */
export const faultWording: Readonly<Record<Remedy, TextsByLanguage>> = {
  'apology-regret': {
    en: 'I am sorry that you had to go through this. Thank you for telling us.',
    ar: 'يؤسفني ما مررتم به. شكرًا لأنكم أخبرتمونا.',
    zh: '很抱歉让您经历了这些。感谢您告诉我们。',
    it: 'Mi dispiace per quello che ha dovuto affrontare. Grazie per avercelo detto.',
    lv: 'Man ļoti žēl, ka Jums nācās to piedzīvot. Paldies, ka mums to pastāstījāt.',
  },
  'apology-organisation': {
    en: 'On behalf of the hospital I apologise. This was our mistake, and it should not have happened to you.',
    ar: 'باسم المستشفى أعتذر لكم. كان هذا خطأ منا، وما كان ينبغي أن يحدث لكم.',
    zh: '我代表医院向您道歉。这是我们的过失,本不应发生在您身上。',
    it: 'A nome dell’ospedale Le chiedo scusa. È stato un nostro errore e non doveva accadere.',
    lv: 'Slimnīcas vārdā es atvainojos. Tā bija mūsu kļūda, un tam nevajadzēja notikt.',
  },
  explanation: {
    en: 'Let me explain step by step what happened and why. Please ask whatever is not clear.',
    ar: 'دعوني أشرح لكم خطوة بخطوة ما حدث ولماذا. اسألوا من فضلكم عن كل ما ليس واضحًا.',
    zh: '请让我逐步说明发生了什么以及原因。如有不清楚之处,请随时提问。',
    it: 'Le spiego passo per passo che cosa è successo e perché. Chieda pure tutto ciò che non è chiaro.',
    lv: 'Ļaujiet man soli pa solim izskaidrot, kas notika un kāpēc. Lūdzu, jautājiet par visu, kas nav skaidrs.',
  },
  discount: {
    en: 'We were at fault, and we would like to give you a discount on this treatment.',
    ar: 'كان الخطأ منا، ونود أن نمنحكم خصمًا على هذا العلاج.',
    zh: '这是我们的过失,我们愿意为您的此次治疗提供折扣。',
    it: 'L’errore è stato nostro e desideriamo farLe uno sconto su questo trattamento.',
    lv: 'Vaina bija mūsu, un mēs vēlamies Jums piešķirt atlaidi šai ārstēšanai.',
  },
  'bill-reduction': {
    en: 'We were at fault, and we will lower your bill.',
    ar: 'كان الخطأ منا، وسنخفض فاتورتكم.',
    zh: '这是我们的过失,我们将减少您的账单金额。',
    it: 'L’errore è stato nostro e ridurremo la Sua fattura.',
    lv: 'Vaina bija mūsu, un mēs samazināsim Jūsu rēķinu.',
  },
  'write-off': {
    en: 'You do not have to pay what is left of this bill.',
    ar: 'لستم ملزمين بدفع ما تبقى من هذه الفاتورة.',
    zh: '您无需支付此账单的余款。',
    it: 'Non deve pagare quanto resta di questa fattura.',
    lv: 'Jums nav jāmaksā šī rēķina atlikums.',
  },
  refund: {
    en: 'We were at fault, and we will pay this amount back to you.',
    ar: 'كان الخطأ منا، وسنعيد إليكم هذا المبلغ.',
    zh: '这是我们的过失,我们将把这笔款项退还给您。',
    it: 'L’errore è stato nostro e Le rimborseremo questo importo.',
    lv: 'Vaina bija mūsu, un mēs Jums atmaksāsim šo summu.',
  },
  'free-of-charge': {
    en: 'We were at fault, and this treatment is free of charge for you.',
    ar: 'كان الخطأ منا، وهذا العلاج مجاني لكم.',
    zh: '这是我们的过失,此次治疗对您免费。',
    it: 'L’errore è stato nostro e questo trattamento è gratuito per Lei.',
    lv: 'Vaina bija mūsu, un šī ārstēšana Jums ir bez maksas.',
  },
  compensation: {
    en: 'We were at fault, and we would like to make good what you lost by it.',
    ar: 'كان الخطأ منا، ونود أن نعوضكم عما خسرتموه بسببه.',
    zh: '这是我们的过失,我们愿意补偿您因此遭受的损失。',
    it: 'L’errore è stato nostro e desideriamo risarcirLa di ciò che ha perso.',
    lv: 'Vaina bija mūsu, un mēs vēlamies atlīdzināt to, ko Jūs tādēļ zaudējāt.',
  },
  gift: {
    en: 'We were at fault. Please accept this small gift with our apology.',
    ar: 'كان الخطأ منا. نرجو أن تقبلوا هذه الهدية البسيطة مع اعتذارنا.',
    zh: '这是我们的过失。请接受这份小礼物和我们的歉意。',
    it: 'L’errore è stato nostro. Accetti questo piccolo dono con le nostre scuse.',
    lv: 'Vaina bija mūsu. Lūdzu, pieņemiet šo nelielo dāvanu ar mūsu atvainošanos.',
  },
  'redo-treatment': {
    en: 'We would like to do the treatment again, at no cost to you. The doctor has agreed to it.',
    ar: 'نود أن نعيد لكم العلاج دون أي تكلفة عليكم، وقد وافق الطبيب على ذلك.',
    zh: '我们愿意为您重新治疗,您无需付费。医生已同意。',
    it: 'Desideriamo ripetere il trattamento, senza costi per Lei. Il medico è d’accordo.',
    lv: 'Mēs vēlamies ārstēšanu atkārtot bez maksas. Ārsts tam ir piekritis.',
  },
  'clinical-plan': {
    en: 'The doctor has made a plan for how your treatment goes on, and will go through it with you.',
    ar: 'وضع الطبيب خطة لمتابعة علاجكم وسيشرحها لكم.',
    zh: '医生已为您制定了后续治疗方案,并会与您一起详细说明。',
    it: 'Il medico ha preparato un piano per proseguire la cura e lo esaminerà con Lei.',
    lv: 'Ārsts ir sagatavojis plānu Jūsu turpmākajai ārstēšanai un to ar Jums pārrunās.',
  },
  'written-statement': {
    en: 'You will get our answer in writing, signed by the director.',
    ar: 'ستتلقون ردنا كتابةً موقعًا من المدير.',
    zh: '您将收到由院长签署的书面答复。',
    it: 'Riceverà la nostra risposta per iscritto, firmata dal direttore.',
    lv: 'Jūs saņemsiet mūsu atbildi rakstiski ar direktora parakstu.',
  },
}
