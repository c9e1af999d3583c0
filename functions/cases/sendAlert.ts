import { env } from '#functions/platform/aws/env.ts'
import { faultOf, sendMail } from '#functions/platform/aws/messages.ts'
import { ServiceFault } from '#functions/platform/aws/service.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { isSurveyLanguage } from '#shared/text/languages.ts'
import { filled, surveyTexts } from '#shared/text/survey.ts'
import { dayText } from '#shared/values/dayText.ts'

/**
 * Mails an alert to the owner of the case, or else to a unit manager of its site. The mail names the case and nothing
 * of the patient. A fault that may pass is thrown, so that the event is handled again.
 */
export async function sendAlert({ id }: Event): Promise<void> {
  const stored = await getRecord(Message, id, { consistent: true })
  const message = stored?.record
  if (!stored || message?.kind !== 'alert' || message.status !== 'queued') return
  const about = (await getRecord(Case, message.aboutId ?? ''))?.record
  if (!about) return update(stored, { status: 'failed', failure: 'The case is gone.' })
  const reader = await readerOf(about)
  if (!reader) return update(stored, { status: 'failed', failure: 'Nobody to alert: no owner and no unit manager.' })
  const what = message.subject === 'acknowledgement' ? 'acknowledgement' : 'response'
  const language = isSurveyLanguage(reader.language) ? reader.language : 'en'
  const { alert } = surveyTexts[language]
  const zone = (await getRecord(Site, about.siteId))?.record.timeZone
  const dueAt = what === 'acknowledgement' ? about.acknowledgeDueAt : about.responseDueAt
  const date = dayText(language, zone, dueAt ?? message.createdAt ?? new Date().toISOString())
  const url = `${env.publicUrl}/#/cases/${about.id}/show`
  const subject = filled(alert[what], { number: about.number ?? '' })
  try {
    const result = await sendMail({ to: reader.email, subject, text: filled(alert.body, { date, url }) })
    await update(stored, { ...result, language, to: reader.email, sentAt: new Date().toISOString(), attempts: 1 })
  } catch (error) {
    if (!(error instanceof ServiceFault) || error.isPassing) throw error
    await update(stored, { status: 'failed', failure: faultOf(error), to: reader.email, attempts: 1 })
  }
}

async function readerOf({ ownerId, siteId }: Case): Promise<User | undefined> {
  const owner = (await getRecord(User, ownerId ?? ''))?.record
  const isThere = (user: User | undefined): user is User => user?.isActive === true && user.deletedAt === undefined
  if (isThere(owner)) return owner
  const conditions = [
    conditionOf(User, 'roles', 'unit-manager'),
    conditionOf(User, 'siteIds', siteId),
    conditionOf(User, 'isActive', true),
  ]
  const ids = await askIds(User, { conditions }, { actor: product })
  return (await getRecords(User, ids)).map(({ record }) => record).find(isThere)
}

async function update(stored: StoredRecord<Message>, changes: RecordValues): Promise<void> {
  const context = contextFor(product, 'event', new Date().toISOString(), stored.record.id)
  const change = await planned(context, Message, stored, changes, 'send')
  if (change) await save(context, [change])
}
