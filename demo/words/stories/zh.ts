import type { CaseStory } from './story.ts'

/** What Chinese-speaking patients complain of and praise. */
export const zh: readonly CaseStory[] = [
  {
    type: 'complaint',
    departments: ['Internal medicine', 'Plastic surgery', 'Orthopaedics'],
    text: '我在这里住院三天，没有一个人能用我听得懂的话告诉我吃的是什么药。我用手机翻译，护士说没时间。',
    narrative:
      '第一天晚上护士送来四片药，我指着问是什么，她说“好，好”。第二天换了颜色，我不敢吃。后来我打电话给公司的同事，让他在电话里翻译，护士把电话挂了。我知道大家都忙，可是我害怕。',
    translation:
      'On the first evening the nurse brought four tablets. I pointed and asked what they were, and she said "good, good". The next day they had another colour and I did not dare to take them. Then I called a colleague from work to translate on the phone, and the nurse ended the call. I know everybody is busy, but I was afraid.',
    team: 'The interpreter line is free around the clock and its number is on every ward phone. The nurse did not know of it; two others on the ward did not either.',
    demands: ['apology', 'explanation'],
    subjects: [
      ['communication', 'high'],
      ['safety', 'medium'],
    ],
    cause: 'unmet-expectation',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'complaint',
    departments: ['Dental'],
    text: '补的牙第二周就掉了。来复诊又要挂号费，我觉得不合理。',
    narrative:
      '医生说可以用十年，十二天就掉了，吃面条的时候掉的。前台说复诊要重新付诊费。我不是为了这点钱，是觉得不讲道理。',
    translation:
      'The doctor said it would last ten years, and it fell out after twelve days, while I was eating noodles. The desk said I had to pay the consultation again. It is not about this little money; it is unreasonable.',
    team: 'The filling was placed on a damp surface, which shortens its life. A repair within six months is free of charge and so is the visit; the desk did not know.',
    demands: ['redo-treatment', 'refund'],
    subjects: [['quality', 'medium']],
    cause: 'clinical',
    fault: 'own-fault',
    outcome: 'upheld',
    disputed: [200, 420],
  },
  {
    type: 'complaint',
    text: '预约的是十点，快十二点才见到医生。中间问了三次，前台每次都说“马上”。',
    narrative:
      '我请了半天假，结果一天都没了。等不是问题，问题是没有人告诉我要等多久。墙上写着“您的时间很宝贵”，我觉得很讽刺。',
    translation:
      'I had taken half a day off and lost the whole day. Waiting is not the problem; the problem is that nobody told me how long it would be. The wall says "your time is precious", which I found ironic.',
    team: 'The clinic was double-booked after a doctor fell ill. The patients of the second hour should have been called the evening before.',
    demands: ['apology', 'explanation'],
    subjects: [['institutional processes', 'medium']],
    cause: 'waiting',
    fault: 'own-fault',
    outcome: 'upheld',
  },
  {
    type: 'payment-refusal',
    departments: ['Dermatology', 'Dental', 'Plastic surgery'],
    text: '账单比报价多了一倍，多出来的{amount}没有人解释。解释清楚之前我不会付款。',
    narrative:
      '做之前给我看的纸上写着一个数，我拍了照片。结账的时候是另一个数。我问为什么，他说“系统是这样的”。系统不能代替人说话。',
    translation:
      'The paper they showed me before had one number on it, and I took a photo. At the cashier it was another number. I asked why, and he said "the system is like that". A system cannot speak for people.',
    team: 'The quotation was for one area, two were treated. The doctor says that she told him so; it is not in the notes.',
    demands: ['explanation', 'discount'],
    subjects: [['communication', 'high']],
    cause: 'billing',
    fault: 'communication',
    outcome: 'partly-upheld',
    disputed: [380, 1500],
  },
  {
    type: 'coverage-refusal',
    text: '公司买的保险，说好包括检查费，现在让我自己付{amount}。请给我书面说明。',
    narrative: '我们全组三十个人都是同一份保险，别人都报了，只有我的被拒绝。我需要一份写明原因的文件交给公司人事部。',
    translation:
      'All thirty of our group have the same insurance; the others were reimbursed and only mine was refused. I need a document that states the reason, for the personnel department of my company.',
    team: 'The claim went out with the old passport number, so the payer could not find the member. It can be resubmitted.',
    demands: ['explanation'],
    subjects: [['institutional processes', 'medium']],
    cause: 'insurer',
    fault: 'own-fault',
    outcome: 'upheld',
    disputed: [260, 900],
  },
  {
    type: 'compliment',
    text: '感谢急诊的医生和护士，半夜两点还耐心地给我解释了两遍。祝你们一切顺利。',
    narrative: '希望医院能表扬他们。',
    translation: 'I hope the hospital will commend them.',
    team: 'Shared with the emergency team.',
    demands: [],
    subjects: [['listening', 'medium']],
    cause: 'other',
    fault: 'communication',
    outcome: 'not-upheld',
  },
]
