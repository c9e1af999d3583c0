import type { PreTokenGenerationTriggerEvent } from 'aws-lambda'
import { groupsWithoutFactor, secondFactorClaim } from '#shared/rules/users/secondFactor.ts'
import { callPool } from './userPool.ts'

/** How Cognito calls a code from an app among the second factors of a person. */
const appCode = 'SOFTWARE_TOKEN_MFA'

/**
 * Takes from a new token the roles that need a second factor, unless its person has one, for then Cognito asked for it
 * before it came here. What it cannot find out fails, and no token is given.
 */
export async function limitRoles(event: PreTokenGenerationTriggerEvent): Promise<PreTokenGenerationTriggerEvent> {
  const { userPoolId, userName, request } = event
  const kept = groupsWithoutFactor(request.groupConfiguration.groupsToOverride ?? [])
  if (!kept) return event
  const { UserMFASettingList: factors } = await callPool('AdminGetUser', { Username: userName }, userPoolId)
  if (Array.isArray(factors) && factors.includes(appCode)) return event
  const claimsOverrideDetails = {
    claimsToAddOrOverride: { [secondFactorClaim]: 'needed' },
    groupOverrideDetails: { groupsToOverride: [...kept], iamRolesToOverride: [] },
  }
  return { ...event, response: { claimsOverrideDetails } }
}
