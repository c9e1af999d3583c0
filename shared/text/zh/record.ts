/** Forms and pages of any record, in Chinese. */
export const record = {
  form: {
    create: '新建%{name}',
    edit: '更改%{name} %{title}',
    change: '更改',
    save: '保存',
    cancel: '取消',
    zone: '按 %{zone} 时间',
    notSaid: '未说明',
  },
  show: { details: '详细信息', facts: '已记录的信息' },
  history: {
    title: '变更历史',
    empty: '尚无变更。',
    nothing: '无',
    content: '新内容',
    erased: '已抹除',
    reasonErased: '原因已抹除。',
    product: 'Redress 系统',
  },
  restricted: {
    name: '受限',
    noted: '您的查阅已被记录。',
    readers: '查阅人员',
  },
  entries: {
    add: '添加：%{noun}',
    up: '上移：%{noun} %{number}',
    down: '下移：%{noun} %{number}',
    remove: '移除：%{noun} %{number}',
  },
  steps: {
    confirm: '输入以确认：%{label}',
    confirmWith: '请输入“%{value}”。',
    done: '%{action}：已完成',
    others: '另外 %{smart_count} 项操作',
    othersTitle: '目前不可执行的操作',
  },
}
