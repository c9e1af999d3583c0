import type { Mail, TextMessage } from '#functions/platform/aws/messages.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Site } from '#shared/entities/site.ts'
import { accentOf } from '#shared/rules/surveys/accent.ts'
import { directionOf, type Language } from '#shared/text/languages.ts'
import { filled, surveyTexts } from '#shared/text/survey.ts'
import { dayText } from '#shared/values/dayText.ts'

/** The parts of an invitation or a reminder. */
export interface InvitationMail {
  readonly kind: NonNullable<Invitation['toSend']>
  readonly language: Language
  readonly site: Partial<Site>
  readonly url: string
  /** When the link stops working, UTC. */
  readonly expiresAt: string
}

/** The hospital's name as it is written in a language. */
export const siteName = (site: Partial<Site>, language: Language): string =>
  (language === 'ar' && site.nameAr) || (site.name ?? '')

/** The mail that brings a link: the hospital's name and colour, never the patient's name. */
export function invitationMail({ kind, language, site, url, expiresAt }: InvitationMail): Omit<Mail, 'to'> {
  const { mail } = surveyTexts[language]
  const name = siteName(site, language)
  const date = dayText(language, site.timeZone, expiresAt)
  const accent = accentOf(site.accent)
  const [ask, until] = [filled(mail.ask, { site: name }), filled(mail.until, { date })]
  return {
    subject: filled(kind === 'reminder' ? mail.reminder : mail.subject, { site: name }),
    text: [mail.greeting, '', ask, '', url, '', until, mail.ignore, '', name].join('\n'),
    html: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><body style="margin:0;background:#f5f5f4;font:16px/1.5 system-ui,sans-serif;color:#1c1917"><div style="max-width:34rem;margin:0 auto;padding:24px"><p style="font-weight:700">${escaped(name)}</p><div style="background:#fff;border:1px solid #e7e5e4;border-radius:8px;padding:24px"><p>${escaped(mail.greeting)}</p><p>${escaped(ask)}</p><p><a href="${escaped(url)}" style="display:inline-block;background:${accent.colour};color:${accent.ink};padding:12px 20px;border-radius:6px;text-decoration:none">${escaped(mail.button)}</a></p><p style="word-break:break-all"><a href="${escaped(url)}">${escaped(url)}</a></p></div><p style="font-size:14px;color:#57534e">${escaped(until)} ${escaped(mail.ignore)}</p></div></body></html>`,
  }
}

/** The text message that brings a link. */
export function invitationText({ kind, language, site, url }: InvitationMail): Omit<TextMessage, 'to'> {
  const { mail } = surveyTexts[language]
  return { text: filled(kind === 'reminder' ? mail.smsReminder : mail.sms, { site: siteName(site, language), url }) }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text escaped for HTML, attributes included. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
