/** Jobs in Chinese. */
export const jobs = {
  name: '任务',
  fields: {
    resource: '列表',
    dueAt: '开始等待时间',
    createdBy: '创建人',
    finishedAt: '完成时间',
    request: '请求内容',
    done: '已完成',
    total: '总数',
    failed: '失败',
    errors: '错误',
    result: '结果',
    undoneBy: '撤销任务',
  },
  values: {
    kind: {
      bulk: '批量更改',
      import: '导入',
      'import-check': '检查文件',
      export: '导出',
      'batch-export': '导出批次',
      'patient-export': '导出患者资料',
      erasure: '抹除患者资料',
      undo: '撤销更改',
    },
    status: { queued: '排队中', running: '运行中', done: '已完成', cancelled: '已取消', failed: '失败' },
  },
  actions: {
    cancel: { label: '取消' },
    undo: { label: '撤销' },
    wait: { label: '等待中' },
    resume: { label: '已重新开始' },
    'remove-file': { label: '文件因患者资料抹除而移除' },
  },
}
