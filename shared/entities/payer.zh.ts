/** Payers in Chinese. */
export const payers = {
  name: '支付方',
  fields: { licenceNo: '许可证号', vatNo: '增值税号', deliveryMode: '送达方式' },
  values: {
    type: { insurer: '保险公司', tpa: '第三方管理机构（TPA）', employer: '用人单位', government: '政府' },
    deliveryMode: { portal: '门户网站', courier: '快递', email: '电子邮件', api: '接口' },
  },
}
