/** Contacts in Chinese. */
export const interactions = {
  name: '沟通',
  fields: {
    kind: '方式',
    at: '时间',
    place: '地点',
    attendees: '其他在场人员',
    relation: '与患者关系',
    escortId: '全程陪同医生的专员',
    leadId: '全程在场的部门主管或主任',
    doctorId: '参加的医生',
    details: '沟通内容',
    resolution: '商定事项',
    conduct: '已划定行为界限',
    flag: '行为',
    boundarySetAt: '起始时间',
    correctsId: '更正对象',
    loggedBy: '记录人',
    soundsLikePromise: '疑似承诺',
  },
  values: {
    kind: { call: '通话', meeting: '会面', visit: '探访', message: '信息' },
    place: {
      'private-room': '独立房间',
      lobby: '大厅',
      phone: '电话',
      video: '视频',
      home: '家中',
      written: '书面',
    },
    flag: { abusive: '辱骂', threatening: '威胁', vexatious: '无理纠缠' },
  },
}
