/** Statements in Arabic. */
export const statements = {
  name: 'أقوال |||| الأقوال',
  fields: {
    side: 'الطرف',
    speakerName: 'المتحدث',
    takenAt: 'وقت الأخذ',
    place: 'أين',
    narrative: 'ما حدث بكلماتهم',
    translation: 'الترجمة',
    confirmedBySpeaker: 'أكدها صاحبها',
    correctsId: 'تصحيح لـ',
    patientId: 'المريض',
    takenBy: 'أخذها',
  },
  values: {
    side: { patient: 'المريض', team: 'الفريق' },
    place: {
      'private-room': 'غرفة خاصة',
      lobby: 'الردهة',
      phone: 'هاتف',
      video: 'فيديو',
      home: 'في المنزل',
      written: 'كتابةً',
    },
  },
}
