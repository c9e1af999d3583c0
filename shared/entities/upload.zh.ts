/** Uploads in Chinese. */
export const uploads = {
  name: '上传文件',
  fields: {
    purpose: '用途',
    name: '文件名',
    type: '文件类型',
    bytes: '字节数',
    sha256: '校验和',
    createdBy: '上传人',
    usedFor: '附于',
    usedAt: '附加时间',
    openedAt: '上次打开时间',
    openedBy: '上次打开人',
  },
  values: {
    purpose: { document: '记录的文件', import: '导入列表' },
    type: {
      'application/pdf': 'PDF',
      'image/jpeg': 'JPEG 图片',
      'image/png': 'PNG 图片',
      'text/csv': 'CSV',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    },
    status: { expected: '上传中', used: '已附加' },
  },
  actions: { use: { label: '已附加' }, 'open-file': { label: '已打开' } },
}
