import { asHeader } from '#shared/values/line.ts'
import { env } from './env.ts'
import { askService, ServiceFault, serviceUrl } from './service.ts'

/** A mail as it goes out. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

/** A text message as it goes out. */
export interface TextMessage {
  readonly to: string
  readonly text: string
}

/** The result of sending a message; `captured` when it did not leave this machine. */
export interface SendResult {
  readonly status: 'sent' | 'captured'
  readonly providerId?: string
}

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' })

/** Sends a mail through Amazon SES (API v2, SendEmail); throws `ServiceFault` when it is refused. */
export async function sendMail({ to, subject, text, html }: Mail): Promise<SendResult> {
  const url = `${env.endpoint('SES') || serviceUrl('email')}/v2/email/outbound-emails`
  const body = { Text: utf8(text), ...(html !== undefined && { Html: utf8(html) }) }
  const mail = {
    FromEmailAddress: env.mailFrom,
    // Whatever they were made of, a break in them would begin another header.
    Destination: { ToAddresses: [asHeader(to)] },
    Content: { Simple: { Subject: utf8(asHeader(subject)), Body: body } },
  }
  const answer = await askService('ses', url, JSON.stringify(mail), { 'content-type': 'application/json' })
  return { status: 'sent', ...(typeof answer.MessageId === 'string' && { providerId: answer.MessageId }) }
}

/**
 * Sends a text message through Amazon SNS (Publish). At home it is captured and never sent; the mail viewer shows it
 * where one runs.
 */
export async function sendText({ to, text }: TextMessage): Promise<SendResult> {
  if (env.stage === 'home') {
    if (env.endpoint('SES')) await sendMail({ to: `${to.slice(1)}@sms.redress.test`, subject: `SMS ${to}`, text })
    return { status: 'captured' }
  }
  const form = new URLSearchParams({
    Action: 'Publish',
    Version: '2010-03-31',
    PhoneNumber: asHeader(to),
    Message: text,
  })
  await askService('sns', `${serviceUrl('sns')}/`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  })
  return { status: 'sent' }
}

/** Why a message could not be sent: the service's name for the fault, without any text of the message. */
export const faultOf = (error: unknown): string =>
  error instanceof ServiceFault ? error.message : error instanceof Error ? error.name : 'unknown'
