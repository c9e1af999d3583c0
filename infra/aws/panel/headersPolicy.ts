import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import { contentSecurityPolicy } from '#infra/securityHeaders.ts'

/** The origins that the panel may call besides its own: sign-in, and files by presigned address. */
export interface AllowedOrigins {
  readonly cognito: string
  readonly files: string
}

/** Headers of every answer; with `isFinal` they replace those of the origin. */
const always = (isFinal: boolean): ResponseSecurityHeadersBehavior => ({
  strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: isFinal },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: isFinal },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: isFinal },
})

/** Headers of the panel's own files. */
export const panelHeaders = ({ cognito, files }: AllowedOrigins): ResponseSecurityHeadersBehavior => ({
  ...always(true),
  contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy([cognito, files]), override: true },
})

/** Headers of the functions' answers; the functions' own headers have priority, such as the survey page's policy. */
export const originHeaders: ResponseSecurityHeadersBehavior = always(false)
