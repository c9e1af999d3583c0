import { surveyLanguages } from '#shared/entities/survey.ts'
import {
  approvalTime,
  cleanRooms,
  costsClear,
  doctorListens,
  option,
  question,
  recommend,
  said,
  waiting,
  welcome,
} from './questions.ts'

/** After a visit to a clinic or the emergency room: two minutes on a phone. */
export const outpatient = {
  name: 'Out-patient visit, short',
  title: said(
    'How was your visit?',
    'كيف كانت زيارتك؟',
    '您的就诊体验如何？',
    'Com’è andata la Sua visita?',
    'Kā jums klājās vizītē?',
  ),
  intro: said(
    'A few short questions, about two minutes. Your answers go to the patient relations team, not to your doctor.',
    'أسئلة قصيرة تستغرق نحو دقيقتين. تصل إجاباتك إلى فريق علاقات المرضى وليس إلى طبيبك.',
    '几个简短问题，约需两分钟。您的回答由患者关系团队查看，不会转给您的医生。',
    'Poche brevi domande, circa due minuti. Le risposte arrivano all’ufficio relazioni con i pazienti, non al Suo medico.',
    'Daži īsi jautājumi, apmēram divas minūtes. Atbildes saņem pacientu attiecību komanda, nevis jūsu ārsts.',
  ),
  thanks: said(
    'Thank you. Every answer is read, and every month the weakest point is put right first.',
    'شكرًا لك. نقرأ كل إجابة، ونبدأ كل شهر بإصلاح أضعف نقطة.',
    '谢谢您。每份回答我们都会阅读，每月首先改进最薄弱的环节。',
    'Grazie. Leggiamo ogni risposta e ogni mese cominciamo dal punto più debole.',
    'Paldies. Mēs izlasām katru atbildi un katru mēnesi vispirms novēršam vājāko vietu.',
  ),
  languages: [...surveyLanguages],
  anonymity: 'confidential',
  linkDays: 14,
  reminderDays: [3],
  quarantineDays: 14,
  sampleRate: 1,
  sentAfter: ['out'],
  questions: [
    waiting,
    welcome,
    doctorListens,
    cleanRooms,
    costsClear,
    question(
      'whoPays',
      'choice',
      'billing',
      said(
        'Who pays for this visit?',
        'من يدفع تكلفة هذه الزيارة؟',
        '这次就诊由谁付费？',
        'Chi paga questa visita?',
        'Kas apmaksā šo vizīti?',
      ),
      {
        options: [
          option('self', 'na', said('I do', 'أنا', '本人', 'Io', 'Es')),
          option(
            'insurer',
            'na',
            said('My insurer', 'شركة التأمين', '我的保险公司', 'La mia assicurazione', 'Mans apdrošinātājs'),
          ),
          option(
            'employer',
            'na',
            said('My employer', 'جهة عملي', '我的雇主', 'Il mio datore di lavoro', 'Mans darba devējs'),
          ),
        ],
      },
    ),
    approvalTime({ qid: 'whoPays', op: 'eq', value: 'insurer' }),
    recommend,
  ],
} as const

/** After a stay in a ward. */
export const inpatient = {
  name: 'In-patient stay',
  title: said(
    'How was your stay with us?',
    'كيف كانت إقامتك لدينا؟',
    '您的住院体验如何？',
    'Com’è andato il Suo ricovero?',
    'Kā jums klājās slimnīcā?',
  ),
  intro: said(
    'You know best what a stay here is like. Ten questions, about four minutes.',
    'أنت أعلم الناس بتجربة الإقامة هنا. عشرة أسئلة في نحو أربع دقائق.',
    '住院的感受您最清楚。共十个问题，约需四分钟。',
    'Nessuno sa meglio di Lei com’è un ricovero qui. Dieci domande, circa quattro minuti.',
    'Jūs vislabāk zināt, kā ir šeit ārstēties. Desmit jautājumi, apmēram četras minūtes.',
  ),
  thanks: said(
    'Thank you, and we wish you a good recovery.',
    'شكرًا لك، ونتمنى لك الشفاء العاجل.',
    '谢谢您，祝您早日康复。',
    'Grazie, e Le auguriamo una pronta guarigione.',
    'Paldies, un vēlam jums drīzu atveseļošanos.',
  ),
  languages: [...surveyLanguages],
  anonymity: 'confidential',
  linkDays: 21,
  reminderDays: [3, 10],
  quarantineDays: 30,
  sampleRate: 1,
  sentAfter: ['in'],
  questions: [
    welcome,
    question(
      'nursesCome',
      'freq4',
      'nursing',
      said(
        'When you called a nurse, how often did somebody come quickly?',
        'عندما كنت تنادي الممرضة، كم مرة حضر أحد بسرعة؟',
        '您呼叫护士时，护士能及时赶到的情况有多频繁？',
        'Quando ha chiamato un infermiere, con quale frequenza è arrivato qualcuno in fretta?',
        'Kad saucāt māsu, cik bieži kāds ātri atnāca?',
      ),
    ),
    question(
      'nursesCare',
      'scale5',
      'nursing',
      said(
        'How do you rate the care the nurses took of you?',
        'كيف تقيّم عناية طاقم التمريض بك؟',
        '您如何评价护士对您的照护？',
        'Come valuta l’assistenza ricevuta dagli infermieri?',
        'Kā vērtējat māsu aprūpi?',
      ),
    ),
    doctorListens,
    question(
      'medicinesExplained',
      'yesno',
      'medicines',
      said(
        'Were you told what each new medicine is for and how to take it?',
        'هل شُرح لك الغرض من كل دواء جديد وكيفية تناوله؟',
        '是否有人向您说明每种新药的用途和服用方法？',
        'Le è stato spiegato a che cosa serve ogni nuovo farmaco e come prenderlo?',
        'Vai jums paskaidroja, kam paredzētas jaunās zāles un kā tās lietot?',
      ),
    ),
    cleanRooms,
    costsClear,
    question(
      'readyForHome',
      'yesno',
      'discharge',
      said(
        'When you left, did you know what to do at home and whom to call?',
        'عند خروجك، هل كنت تعرف ما عليك فعله في المنزل وبمن تتصل؟',
        '出院时，您是否清楚回家后的注意事项以及该联系谁？',
        'Alla dimissione sapeva che cosa fare a casa e chi chiamare?',
        'Izrakstoties, vai zinājāt, kas jādara mājās un kam zvanīt?',
      ),
    ),
    question(
      'improveFirst',
      'choices',
      'overall',
      said(
        'What should we improve first?',
        'ما الذي ينبغي أن نحسّنه أولًا؟',
        '我们最应该先改进哪些方面？',
        'Che cosa dovremmo migliorare per prima cosa?',
        'Kas mums vispirms jāuzlabo?',
      ),
      {
        options: [
          option('food', 'na', said('Food', 'الطعام', '餐食', 'Il cibo', 'Ēdiens')),
          option(
            'noise',
            'na',
            said('Noise at night', 'الضجيج ليلًا', '夜间噪音', 'Il rumore di notte', 'Troksnis naktī'),
          ),
          option(
            'visits',
            'na',
            said('Visiting hours', 'أوقات الزيارة', '探视时间', 'Gli orari di visita', 'Apmeklējuma laiks'),
          ),
          option(
            'discharge',
            'na',
            said(
              'Waiting to go home',
              'انتظار الخروج',
              '等待出院',
              'L’attesa della dimissione',
              'Izrakstīšanas gaidīšana',
            ),
          ),
          option('parking', 'na', said('Parking', 'المواقف', '停车', 'Il parcheggio', 'Autostāvvieta')),
        ],
      },
    ),
    recommend,
  ],
} as const
