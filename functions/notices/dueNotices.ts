import { dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import { deliverNotice } from './deliver.ts'

/** Finds the persons of notices that still wait for one, and sends the mails whose time has come. */
export const runDueNotices = dueTick({
  tick: 'notices',
  counts: ['sent'],
  work: async ({ context }, { id }) => {
    const result = await deliverNotice(context, id)
    return result === 'sent' || result === 'failed' ? { [result]: 1 } : {}
  },
})
