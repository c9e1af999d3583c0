/** Statements in Chinese. */
export const statements = {
  name: '陈述',
  fields: {
    side: '陈述方',
    speakerName: '陈述人',
    takenAt: '记录时间',
    place: '地点',
    narrative: '事情经过（原话）',
    translation: '译文',
    confirmedBySpeaker: '陈述人已确认',
    correctsId: '更正对象',
    patientId: '患者',
    takenBy: '记录人',
  },
  values: {
    side: { patient: '患者', team: '团队' },
    place: {
      'private-room': '独立房间',
      lobby: '大厅',
      phone: '电话',
      video: '视频',
      home: '家中',
      written: '书面',
    },
  },
}
