import { managed, rated } from './rules.ts'

/**
 * Calls to the user pool of one network address in a minute: a hospital whose 500 people begin at seven makes about a
 * hundred. Cognito locks a single sign-in after five wrong passwords by itself; this stops the trying of many.
 */
export const signInLimit = 300

/** What the firewall before the user pool refuses. Cognito has an answer of its own for it: 403, ForbiddenException. */
export const signInRules = [rated('SignInRate', signInLimit), managed('AWSManagedRulesAmazonIpReputationList')]
