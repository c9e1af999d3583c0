/** Contacts in Arabic. */
export const interactions = {
  name: 'تواصل |||| سجل التواصل',
  fields: {
    kind: 'نوعه',
    at: 'متى',
    place: 'أين',
    attendees: 'من حضر أيضًا',
    relation: 'الصلة',
    escortId: 'الموظف المرافق للطبيب طوال اللقاء',
    leadId: 'مدير الوحدة أو المدير الحاضر طوال اللقاء',
    doctorId: 'الطبيب المشارك',
    details: 'ما قيل',
    resolution: 'ما اتُّفق عليه',
    conduct: 'وُضع حد للسلوك',
    flag: 'السلوك',
    boundarySetAt: 'منذ',
    correctsId: 'تصحيح لـ',
    loggedBy: 'دوّنه',
    soundsLikePromise: 'يبدو وعدًا',
  },
  values: {
    kind: { call: 'مكالمة', meeting: 'لقاء', visit: 'زيارة', message: 'رسالة' },
    place: {
      'private-room': 'غرفة خاصة',
      lobby: 'الردهة',
      phone: 'هاتف',
      video: 'فيديو',
      home: 'في المنزل',
      written: 'كتابةً',
    },
    flag: { abusive: 'مسيء', threatening: 'مهدِّد', vexatious: 'متكرر بلا سبب' },
  },
}
