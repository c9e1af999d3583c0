import { needed } from './env.ts'

const known = new Map<string, Promise<string>>()

/** A secret by its variable, or from Secrets Manager by the ARN in `<name>_ARN`; asked for once per start. */
export function secret(name: 'CURSOR_SECRET' | 'TOKEN_PEPPER'): Promise<string> {
  const found =
    known.get(name) ?? (process.env[name] ? Promise.resolve(needed(name)) : fetchSecret(needed(`${name}_ARN`)))
  known.set(name, found)
  found.catch(() => known.delete(name))
  return found
}

// The Parameters and Secrets extension answers on loopback inside a Lambda; no SDK client is bundled for it.
async function fetchSecret(arn: string): Promise<string> {
  const answer = await fetch(
    `http://localhost:${process.env.PARAMETERS_SECRETS_EXTENSION_HTTP_PORT ?? 2773}/secretsmanager/get?secretId=${encodeURIComponent(arn)}`,
    { headers: { 'X-Aws-Parameters-Secrets-Token': needed('AWS_SESSION_TOKEN') } },
  )
  if (!answer.ok) throw new Error(`The secrets extension answered ${answer.status}`)
  const body: { SecretString?: string } = await answer.json()
  if (!body.SecretString) throw new Error('The secret is empty')
  return body.SecretString
}
