import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { presignedGet, putFile } from '#functions/platform/aws/files.ts'
import { secret } from '#functions/platform/aws/secret.ts'
import { isSigned } from '#infra/local/server/signature.ts'
import { useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'

useTable({ people: false })
useFiles()

const environment = { ...process.env }
let service: Server
let requests: { target: unknown; body: string; isSigned: boolean }[] = []

beforeEach(async () => {
  requests = []
  service = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const keys = { accessKeyId: 'test', secretAccessKey: 'test' }
    requests.push({ target: request.headers['x-amz-target'], body, isSigned: isSigned(request, keys) })
    response.end(JSON.stringify({ SecretString: 'a pepper out of the vault' }))
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await new Promise((resolve) => service.close(resolve))
  for (const name of ['AWS_ENDPOINT_URL', 'TOKEN_PEPPER_ARN', 'AWS_SESSION_TOKEN']) delete process.env[name]
  Object.assign(process.env, environment)
})

test('a file keeps its bytes under any name and is returned as a download', async () => {
  const key = 'exports/ملف 1+é(a).csv'
  await putFile(key, { body: 'one,two\r\n', type: 'text/csv', bucket: 'redress-files' })
  const download = await fetch(await presignedGet(key, 'B-1 ملف.csv'))
  expect(download.status).toBe(200)
  expect(await download.text()).toBe('one,two\r\n')
  expect(download.headers.get('content-type')).toContain('text/csv')
  expect(download.headers.get('content-disposition')).toContain('attachment')
})

test('on AWS the bucket has a host of its own, and a session is part of the signature', async () => {
  const endpoint = process.env.S3_ENDPOINT
  delete process.env.S3_ENDPOINT
  process.env.AWS_SESSION_TOKEN = 'a session'
  const url = new URL(await presignedGet('exports/a.csv', 'a.csv'))
  process.env.S3_ENDPOINT = endpoint
  expect(url.origin + url.pathname).toBe('https://redress-files.s3.eu-west-1.amazonaws.com/exports/a.csv')
  expect(url.searchParams.get('X-Amz-Security-Token')).toBe('a session')
})

test('a secret is read from Secrets Manager once, by a signed request', async () => {
  delete process.env.TOKEN_PEPPER
  process.env.TOKEN_PEPPER_ARN = 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:pepper'
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  expect(await secret('TOKEN_PEPPER')).toBe('a pepper out of the vault')
  expect(await secret('TOKEN_PEPPER')).toBe('a pepper out of the vault')
  const body = JSON.stringify({ SecretId: process.env.TOKEN_PEPPER_ARN, VersionStage: 'AWSCURRENT' })
  expect(requests).toEqual([{ target: 'secretsmanager.GetSecretValue', body, isSigned: true }])
})
