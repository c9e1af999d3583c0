import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { hasRoom } from '#infra/local/disk/room.ts'
import { logFailure } from '#infra/local/process/log.ts'
import { sendProblem } from '#infra/local/server/answer.ts'
import { securityHeaders } from '#infra/securityHeaders.ts'
import { refuse } from '#shared/refusals.ts'
import type { IdentityMail } from './identity.ts'
import { secretUrl } from './loopback.ts'

/** The mail service at home: the protocol of Amazon SES, with a viewer at an address that only its starter knows. */
export type MailService = {
  endpoint: string
  handler: RequestListener
  /** Adds a message to the viewer without sending it. */
  deliver(mail: IdentityMail): void
  stop(): Promise<void>
}

type Email = { messageId: string; at: number; [name: string]: unknown }
type Store = { emails: Email[] }

const require = createRequire(import.meta.url)
const main = require.resolve('aws-ses-v2-local')
const inside = createRequire(main)

/** Mails shown after a restart; older ones stay in the file. */
const shownMails = 500

const emailForm = z.looseObject({ messageId: z.string(), at: z.number() })

/** The mail of a line; one that a full disk cut, or whose bytes changed, is none. */
const readEmail = (line: string): Email[] => {
  try {
    return [emailForm.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

/** Appends to a file; what it does not take is appended with what comes next, for an error would end the process here. */
const appender = (path: string) => {
  let waiting = ''
  return (text: string) => {
    try {
      appendFileSync(path, waiting + text, { mode: 0o600 })
      waiting = ''
    } catch (error) {
      if (waiting === '') logFailure('mail', error)
      // The half that was written ends here.
      waiting = `${waiting || '\n'}${text}`
    }
  }
}

/** The viewer has its mails in memory; each is written to a file before the call that sends it returns. */
const persist = (store: Store, path: string) => {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const write = appender(path)
  const persistent = (initial: Email[]) =>
    Object.assign(initial, {
      push: (...mails: Email[]) => {
        write(mails.map((email) => `${JSON.stringify(email)}\n`).join(''))
        return Array.prototype.push.apply(initial, mails)
      },
    })
  let emails = persistent(lines.slice(-shownMails - 1).flatMap(readEmail))
  Object.defineProperty(store, 'emails', {
    get: () => emails,
    set: (next: Email[]) => {
      writeFileSync(path, '')
      emails = persistent(next)
    },
  })
}

/** The viewer's page with addresses relative to its own, and links of a shown mail opening in their own tab. */
const viewerPage = () =>
  readFileSync(join(dirname(main), '../static/index.html'), 'utf8')
    .replace(/(["'`])\/(store|clear-store|get-emlContent)/g, '$1$2')
    .replace('iframeDoc.body.innerHTML', 'iframeDoc.head.innerHTML = "<base target=_blank>"; iframeDoc.body.innerHTML')

/** The viewer's page has inline code, so it may load nothing but its own address and stand in no frame. */
const viewerPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'none'"

/** Room that must be left on the disk besides a mail, in bytes. */
const spareBytes = 65_536

const viewerPaths = new Set(['GET /store', 'GET /get-emlContent', 'POST /clear-store'])

/** Starts the mail service with the mails kept in `path`; the viewer shows them below `/mail/<secret>/` only. */
export const startMail = async (path: string, secret: string): Promise<MailService> => {
  const store: Store = inside('./store.js').getStoreReadonly()
  persist(store, path)
  const emulator: Server = await require('aws-ses-v2-local').default({ host: '127.0.0.1', port: 0 })
  // It answers anybody at its own port, so that only its answers are used.
  await new Promise((resolve) => emulator.close(resolve))
  const serve: RequestListener = (request, response) => {
    // Refused before it is taken, so that whoever sends it tries again.
    const bytes = spareBytes + 2 * Number(request.headers['content-length'] ?? 0)
    if (request.method === 'POST' && request.url !== '/clear-store' && !hasRoom(dirname(path), bytes))
      return sendProblem(response, 503, refuse('STORAGE_FULL').message, { 'retry-after': '15' })
    emulator.emit('request', request, response)
  }
  const { url: endpoint, server } = await secretUrl(serve)
  const page = viewerPage()
  const root = `/mail/${secret}`
  return {
    endpoint,
    deliver: ({ to, subject, text }) => {
      store.emails.push({
        messageId: randomUUID(),
        from: 'Redress <no-reply@redress.test>',
        replyTo: [],
        destination: { to: [to], cc: [], bcc: [] },
        subject,
        body: { text },
        attachments: [],
        at: Math.floor(Date.now() / 1000),
      })
    },
    handler: (request, response) => {
      const [whole = ''] = (request.url ?? '').split('?')
      if (!whole.startsWith(`${root}/`))
        return sendProblem(response, 404, 'The address of the mails is printed where Redress was started.')
      const path = (request.url ?? '').slice(root.length)
      if (request.method === 'GET' && /^\/(\?|$)/.test(path)) {
        response.writeHead(200, {
          ...securityHeaders,
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': viewerPolicy,
          'cache-control': 'no-store',
        })
        return void response.end(page)
      }
      if (!viewerPaths.has(`${request.method} ${path.split('?')[0]}`))
        return sendProblem(response, 404, 'There is no such mail page.')
      request.url = path
      serve(request, response)
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
