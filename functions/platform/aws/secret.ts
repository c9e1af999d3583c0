import { needed } from './env.ts'
import { askService, serviceUrl } from './service.ts'

const cache = new Map<string, Promise<string>>()

/** A secret from its variable, or from Secrets Manager by the ARN in `<name>_ARN`; requested once per start. */
export function secret(name: 'CURSOR_SECRET' | 'TOKEN_PEPPER'): Promise<string> {
  const value =
    cache.get(name) ?? (process.env[name] ? Promise.resolve(needed(name)) : fetchSecret(needed(`${name}_ARN`)))
  cache.set(name, value)
  value.catch(() => cache.delete(name))
  return value
}

async function fetchSecret(arn: string): Promise<string> {
  const { SecretString: text } = await askService(
    'secretsmanager',
    `${serviceUrl('secretsmanager')}/`,
    JSON.stringify({ SecretId: arn }),
    { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
  )
  if (typeof text !== 'string' || text === '') throw new Error('The secret is empty')
  return text
}
