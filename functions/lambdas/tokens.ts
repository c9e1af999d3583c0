import { limitRoles } from '#functions/users/limitRoles.ts'

/** Cognito calls it before it gives a token, at sign-in and at every renewal. */
export const handler = limitRoles
