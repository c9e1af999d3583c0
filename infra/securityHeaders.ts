/**
 * The panel's Content-Security-Policy; `connect` names further origins it may call (identity and files on AWS).
 * Styles may stand inline: Emotion and the sheet write style elements at run time, and a nonce cannot change per
 * request in files a content network serves. Scripts may not, so injected markup still runs nothing.
 */
export const contentSecurityPolicy = (connect: readonly string[] = []): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers besides the policy that go with every answer of the panel, here and on CloudFront. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const
