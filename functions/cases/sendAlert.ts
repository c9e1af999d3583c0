import { env } from '#functions/platform/aws/env.ts'
import { faultOf, sendMail } from '#functions/platform/aws/messages.ts'
import { ServiceFault } from '#functions/platform/aws/service.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { readSlice } from '#functions/platform/store/view.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { filled, isSurveyLanguage, surveyTexts } from '#shared/text/survey/index.ts'
import { dayText } from '#shared/values/dayText.ts'

/**
 * Mails an alert to whoever owns the case, or else to a unit manager of its site. The mail names the case and nothing
 * of the patient. A fault that may pass leaves the event where it is, so that it is told again.
 */
export async function sendAlert({ id }: Event): Promise<void> {
  const stored = await getRecord(id, { consistent: true })
  const message = stored && recordAs(Message, stored.record)
  if (!stored || message?.kind !== 'alert' || message.status !== 'queued') return
  const about = await getRecord(message.aboutId ?? '')
  if (!about) return note(stored, { status: 'failed', failure: 'The case is gone.' })
  const entity = recordAs(Case, about.record)
  const reader = await readerOf(entity)
  if (!reader) return note(stored, { status: 'failed', failure: 'Nobody to tell: no owner and no unit manager.' })
  const what = message.subject === 'acknowledgement' ? 'acknowledgement' : 'response'
  const language = isSurveyLanguage(reader.language) ? reader.language : 'en'
  const { alert } = surveyTexts[language]
  const site = await getRecord(entity.siteId)
  const zone = site && recordAs(Site, site.record).timeZone
  const dueAt = what === 'acknowledgement' ? entity.acknowledgeDueAt : entity.responseDueAt
  const date = dayText(language, zone, dueAt ?? message.createdAt ?? new Date().toISOString())
  const url = `${env.publicUrl}/#/cases/${entity.id}/show`
  try {
    const subject = filled(alert[what], { number: entity.number ?? '' })
    const sent = await sendMail({ to: reader.email, subject, text: filled(alert.body, { date, url }) })
    await note(stored, { ...sent, language, to: reader.email, sentAt: new Date().toISOString(), attempts: 1 })
  } catch (error) {
    if (!(error instanceof ServiceFault) || error.isPassing) throw error
    await note(stored, { status: 'failed', failure: faultOf(error), to: reader.email, attempts: 1 })
  }
}

async function readerOf({ ownerId, siteId }: Case): Promise<User | undefined> {
  const owner = ownerId ? await getRecord(ownerId) : undefined
  const isThere = (user: User) => user.isActive && user.deletedAt === undefined
  if (owner && isThere(recordAs(User, owner.record))) return recordAs(User, owner.record)
  const view = User.views.all
  if (!view) throw new Error('Users have no view of all')
  const slice = { entity: User, view, values: [], isDescending: false }
  for await (const { row } of readSlice(slice, { pageSize: 100 })) {
    const user = await getRecord(row.id)
    const lead = user && recordAs(User, user.record)
    if (lead && isThere(lead) && lead.roles.includes('unit-manager') && lead.siteIds.includes(siteId)) return lead
  }
  return undefined
}

async function note(stored: StoredRecord, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const context = contextFor(product, 'event', new Date().toISOString(), stored.record.id)
  const change = await planned(context, Message, stored, changes, 'send')
  if (change) await save(context, [change])
}
