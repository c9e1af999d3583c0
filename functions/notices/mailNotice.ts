import { env } from '#functions/platform/aws/env.ts'
import { faultOf, type SendResult, sendMail } from '#functions/platform/aws/messages.ts'
import { ServiceFault } from '#functions/platform/aws/service.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { refuse } from '#shared/refusals.ts'
import { abandonedMinutes, mailAttempts, mailTimeOf, minutesAfter, retryAt } from '#shared/rules/notices/mailTime.ts'
import { noticeAddress } from '#shared/rules/notices/noticeAddress.ts'
import { noticeMailOf } from '#shared/rules/notices/noticeText.ts'
import { isEmployed } from '#shared/rules/users/presence.ts'
import { spokenLanguage } from '#shared/text/languages.ts'
import { loadNoticeWords } from '#shared/text/noticeWords.ts'

/** What became of a look at a notice. */
export type NoticeResult = 'sent' | 'failed' | 'later' | 'nothing'

/**
 * Mails a notice to its person, if the person wants that and it is time. Only the worker that writes the attempt into the
 * record sends; what became of it is noted, and a fault that may pass is tried again by the tick.
 */
export async function mailNotice(context: Context, stored: StoredRecord<Notice>): Promise<NoticeResult> {
  const { record: notice } = stored
  const { at: now } = context.origin
  const user = (await getRecord(User, notice.userId ?? '', { meter: context.meter, consistent: true }))?.record
  const timeZone = await zoneOf(notice, user)
  const isWanted = isEmployed(user) && notice.mailState !== 'none'
  const at = isWanted ? mailTimeOf(user, notice, timeZone, now) : undefined
  if (!user || at === undefined)
    return change(context, stored, { mailState: 'none', nextAt: null }, 'no-mail', 'nothing')
  if (at !== now) return change(context, stored, { mailState: 'waiting', nextAt: at }, 'wait', 'later')
  const attempts = (notice.attempts ?? 0) + 1
  if (attempts > mailAttempts) return change(context, stored, { mailState: 'failed', nextAt: null }, 'fail', 'failed')
  const attempt = { mailState: 'sending', attempts, nextAt: minutesAfter(now, abandonedMinutes) }
  if ((await change(context, stored, attempt, 'attempt', 'sent')) === 'later') return 'later'
  try {
    const { status } = await send(user, notice, timeZone)
    await note(context, notice.id, { mailState: status, mailedAt: now, nextAt: null, failure: null }, 'send')
    return 'sent'
  } catch (error) {
    if (error instanceof Problem) throw error
    // Without an answer the service may work again, as with an answer that says so.
    const isOver = (error instanceof ServiceFault && !error.isPassing) || attempts >= mailAttempts
    const next = isOver
      ? { mailState: 'failed', nextAt: null }
      : { mailState: 'waiting', nextAt: retryAt(attempts, now) }
    await note(context, notice.id, { ...next, failure: faultOf(error) }, 'fail')
    return 'failed'
  }
}

/** Writes a change unless somebody else changed the notice first, whose change stays and is looked at later. */
async function change(
  context: Context,
  stored: StoredRecord<Notice>,
  changes: RecordValues,
  action: string,
  result: NoticeResult,
): Promise<NoticeResult> {
  const change = await planned(context, Notice, stored, changes, action)
  return !change || (await saveFirst(context, [change])) ? result : 'later'
}

/** Notes what became of a mail; the person may read the notice at the same moment, so that it is tried again. */
const note = (context: Context, id: string, changes: RecordValues, action: string): Promise<void> =>
  retryOnConflict(
    async () => {
      const stored = await getRecord(Notice, id, { meter: context.meter, consistent: true })
      const change = stored && (await planned(context, Notice, stored, changes, action))
      if (change) await save(context, [change])
    },
    { busy: refuse('STORE_BUSY') },
  )

async function send(user: User, notice: Notice, timeZone: string): Promise<SendResult> {
  const url = `${env.publicUrl}/#${noticeAddress(notice)}`
  const language = spokenLanguage(user.language)
  const reader = { language, words: await loadNoticeWords(language), timeZone }
  return sendMail({ to: user.email, ...noticeMailOf(notice, reader, url) })
}

/** The zone of a person's hours: of the notice's site, else of the first of the person's own. */
async function zoneOf({ siteId }: Notice, user: User | undefined): Promise<string> {
  const site = await getRecord(Site, siteId ?? user?.siteIds[0] ?? '')
  return site?.record.timeZone ?? 'UTC'
}
