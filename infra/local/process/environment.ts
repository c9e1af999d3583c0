import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyPair } from '#infra/local/server/signature.ts'

/** The secrets of one data folder. They survive a restart, so that links and cursors stay valid. */
export type LocalSecrets = {
  tokenPepper: string
  cursorSecret: string
  files: KeyPair
  /** The part of the mail viewer's address that nobody else knows. */
  mail: string
}

/** The folder of the projection, within a data folder. */
export const projectionFolder = (folder: string): string => join(folder, 'projection')

/** The bucket of the local file store. */
export const filesBucket = 'redress-files'

/** Reads the folder's secrets, or creates them at the first start. */
export const ensureSecrets = (folder: string): LocalSecrets => {
  const path = join(folder, 'secrets.json')
  const random = () => randomBytes(32).toString('base64url')
  if (!existsSync(path)) {
    const files = { accessKeyId: 'redress', secretAccessKey: random() }
    const secrets: LocalSecrets = { tokenPepper: random(), cursorSecret: random(), files, mail: random() }
    writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The name of the table; an external engine may have another one. */
export const tableName = (): string => process.env.TABLE_NAME ?? 'redress'

/** The addresses of the parts of this instance. */
export type Endpoints = {
  dynamodb: string
  publicUrl: string
  /** The module of the threads that answer lists; the process answers them itself without it. */
  thread?: string
  cognito?: string
  ses?: string
  userPoolId?: string
  userPoolClientId?: string
}

/**
 * Sets the variables that a deployment sets for its functions, for one data folder. The credentials are never the
 * developer's own: with those, a service without a local endpoint would be called on AWS.
 */
export const setEnvironment = (folder: string, endpoints: Endpoints): void => {
  const secrets = ensureSecrets(folder)
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL', 'AWS_DEFAULT_REGION'])
    delete process.env[name]
  Object.assign(process.env, {
    STAGE: 'home',
    TABLE_NAME: tableName(),
    DYNAMODB_ENDPOINT: endpoints.dynamodb,
    // Lists are answered beside the thread that takes requests, which would otherwise wait for the longest of them.
    PROJECTION_FOLDER: projectionFolder(folder),
    ...(endpoints.thread && { PROJECTION_THREADS: '2', PROJECTION_THREAD: endpoints.thread }),
    FILES_BUCKET: filesBucket,
    S3_ENDPOINT: `${endpoints.publicUrl}/files`,
    USER_POOL_ID: endpoints.userPoolId ?? '',
    USER_POOL_CLIENT_ID: endpoints.userPoolClientId ?? '',
    COGNITO_ENDPOINT: endpoints.cognito ?? '',
    SES_ENDPOINT: endpoints.ses ?? '',
    MAIL_FROM: 'Redress <no-reply@redress.test>',
    PUBLIC_URL: endpoints.publicUrl,
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
