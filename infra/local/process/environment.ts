import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyPair } from '#infra/local/server/signature.ts'

/** The secrets of one data folder: they outlive a restart, so links already sent and cursors stay good. */
export type LocalSecrets = { tokenPepper: string; cursorSecret: string; files: KeyPair }

/** The bucket of the local file store. */
export const filesBucket = 'redress-files'

/** Reads the folder's secrets, or makes them on the first start. */
export const ensureSecrets = (folder: string): LocalSecrets => {
  const path = join(folder, 'secrets.json')
  const random = () => randomBytes(32).toString('base64url')
  if (!existsSync(path)) {
    const files = { accessKeyId: 'redress-local', secretAccessKey: random() }
    const secrets: LocalSecrets = { tokenPepper: random(), cursorSecret: random(), files }
    writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The table's name; an engine given from outside may call it otherwise. */
export const tableName = (): string => process.env.TABLE_NAME ?? 'redress'

/** Where the parts of this instance answer. */
export type Endpoints = {
  dynamodb: string
  publicUrl: string
  cognito?: string
  ses?: string
  userPoolId?: string
  userPoolClientId?: string
}

/**
 * Sets what a deployment sets for its functions. Credentials are always our own: with a developer's real ones, a
 * service without an endpoint here would be called for real.
 */
export const setEnvironment = (secrets: LocalSecrets, at: Endpoints): void => {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL', 'AWS_DEFAULT_REGION'])
    delete process.env[name]
  Object.assign(process.env, {
    STAGE: 'home',
    TABLE_NAME: tableName(),
    DYNAMODB_ENDPOINT: at.dynamodb,
    FILES_BUCKET: filesBucket,
    S3_ENDPOINT: `${at.publicUrl}/files`,
    USER_POOL_ID: at.userPoolId ?? '',
    USER_POOL_CLIENT_ID: at.userPoolClientId ?? '',
    COGNITO_ENDPOINT: at.cognito ?? '',
    SES_ENDPOINT: at.ses ?? '',
    MAIL_FROM: 'Redress <no-reply@redress.test>',
    PUBLIC_URL: at.publicUrl,
    TOKEN_PEPPER: secrets.tokenPepper,
    CURSOR_SECRET: secrets.cursorSecret,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: secrets.files.accessKeyId,
    AWS_SECRET_ACCESS_KEY: secrets.files.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
  })
}
