/** What a password must have, in the cloud and at home. */
export const passwordPolicy = {
  minLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireDigits: true,
  requireSymbols: true,
} as const

/** Whether a password has everything the policy asks for; Cognito takes at most 256 characters. */
export const isStrongPassword = (password: unknown): password is string =>
  typeof password === 'string' &&
  password.length >= passwordPolicy.minLength &&
  password.length <= 256 &&
  [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u].every((needed) => needed.test(password))
