import { needed } from './env.ts'
import { askService, ServiceFault, serviceUrl } from './service.ts'

const cache = new Map<string, Promise<string>>()

/** A secret from its variable, or from Secrets Manager by the ARN in `<name>_ARN`; requested once per start. */
export function secret(name: 'CURSOR_SECRET' | 'TOKEN_PEPPER'): Promise<string> {
  const value =
    cache.get(name) ?? (process.env[name] ? Promise.resolve(needed(name)) : fetchSecret(needed(`${name}_ARN`)))
  cache.set(name, value)
  value.catch(() => cache.delete(name))
  return value
}

/**
 * The value of a secret that is exchanged while the product runs: the current one, or the one before, which holds until
 * everybody has the current one; undefined when there was none before. Asked anew at each call.
 */
export const secretVersion = (arn: string, stage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<string | undefined> =>
  fetchSecret(arn, stage).catch((error: unknown) => {
    if (error instanceof ServiceFault && error.code === 'ResourceNotFoundException') return undefined
    throw error
  })

async function fetchSecret(arn: string, stage = 'AWSCURRENT'): Promise<string> {
  const { SecretString: text } = await askService(
    'secretsmanager',
    `${serviceUrl('secretsmanager')}/`,
    JSON.stringify({ SecretId: arn, VersionStage: stage }),
    { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
  )
  if (typeof text !== 'string' || text === '') throw new Error('The secret is empty')
  return text
}
