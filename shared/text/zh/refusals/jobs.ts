import type { jobs as english } from '#shared/refusals/jobs.ts'

/** Refusals about jobs, exports, uploads and kept files, in Chinese. */
export const jobs: Readonly<Record<keyof typeof english, string>> = {
  JOB_FINISHED: '此任务已结束。',
  JOB_RUNNING: '此任务仍在运行。请先停止，或等待其结束。',
  UNDO_STEP: '已执行的操作不能撤销，其后续结果依然有效。',
  UNDO_NOTHING: '此任务没有可撤销的更改。',
  UNDO_RUNNING: '已在撤销中。',
  UNDO_DONE: '此任务的全部更改均已撤销。',
  UNDO_TWICE: '撤销本身不能撤销。请重新进行更改。',
  CHANGED_SINCE: '之后他人更改过（%{fields}），保持不变。',
  EXPORT_TOO_LONG: '一次最多导出 %{limit} 行。未生成文件，请缩小筛选范围。',
  PAPER_WIDE: '一页最多 %{limit} 列。请减少列，或导出为工作簿。',
  EXPORT_BROKEN: '文件写入后核对不一致，未予保存。请重新导出。',
  UPLOAD_LARGE: '文件超过 %{megabytes} MB。请缩小，或分批上传。',
  UPLOAD_ABSENT: '有文件尚未上传，或因超过一天已被移除。请重新选择。',
  UPLOAD_USED: '“%{name}”已作为附件。请选择其他文件。',
  UPLOAD_DIFFERS: '“%{name}”上传后与原文件不一致，未添加附件。请重新选择。',
  UPLOAD_TYPE: '“%{name}”的实际类型与名称不符，或不受支持。未保存任何内容。',
  FILE_OR_UPLOAD: '请提供文件内容或上传文件，二者择一。',
  NOT_A_CHECKSUM: '不是十六进制的 SHA-256。',
  FILE_ABSENT: '此记录在该处没有文件。',
  FILE_SCANNING: '“%{name}”正在进行恶意软件检查。请一分钟后再打开。',
  FILE_INFECTED: '“%{name}”中发现恶意软件，不能打开。请向发送人索取干净的副本。',
  FILE_UNSCANNED: '“%{name}”无法进行恶意软件检查，例如因设有密码。文件不能打开，请去除密码后重新上传。',
  FILE_BUSY: '多人正在同时打开此文件。请重试。',
  CELL_LONG: '“%{name}”中有文本过长，无法写入工作簿。请不导出此列，或导出为 CSV。',
}
