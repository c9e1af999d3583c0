import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'

/** Where the panel talks to besides its own address: sign-in, and files by presigned address. */
export interface Reached {
  readonly cognito: string
  readonly files: string
}

/**
 * What the panel's pages may load and who may frame them. Styles may be inline: the panel's styling library writes
 * them as it draws, and a nonce needs a server that writes each page anew.
 */
export const contentSecurityPolicy = ({ cognito, files }: Reached): string =>
  Object.entries({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self' ${cognito} ${files}`,
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')

/** Headers of every answer; `isFinal` lets them replace what the origin says. */
const always = (isFinal: boolean): ResponseSecurityHeadersBehavior => ({
  strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: isFinal },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: isFinal },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: isFinal },
})

/** Headers of the panel's own files. */
export const panelHeaders = (reached: Reached): ResponseSecurityHeadersBehavior => ({
  ...always(true),
  contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(reached), override: true },
})

/** Headers of what the functions answer; their own word goes first, the survey page's policy among it. */
export const originHeaders: ResponseSecurityHeadersBehavior = always(false)
