import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { contentSecurityPolicy, securityHeaders } from '#infra/securityHeaders.ts'
import { compress, encodingFor, sendProblem } from './answer.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

type Asset = { content: Buffer; type: string; tag: string; isHashed: boolean; compressed: Map<string, Buffer> }

/** Every file of the folder by its path; nothing else can be requested. */
const readAssets = (folder: string) => {
  const assets = new Map<string, Asset>()
  for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    assets.set(path.slice(folder.length).replaceAll('\\', '/'), {
      content,
      type: types[extname(entry.name)] ?? 'application/octet-stream',
      tag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      isHashed: /-[\w-]{8,}\.\w+$/.test(entry.name),
      compressed: new Map(),
    })
  }
  return assets
}

const compressedFor = (asset: Asset, encoding: 'br' | 'gzip') => {
  const content = asset.compressed.get(encoding) ?? compress(encoding, asset.content)
  asset.compressed.set(encoding, content)
  return content
}

const sendAsset = (request: IncomingMessage, response: ServerResponse, asset: Asset) => {
  const headers: Record<string, string> = {
    ...securityHeaders,
    'content-security-policy': contentSecurityPolicy(),
    'content-type': asset.type,
    'cache-control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: asset.tag,
    vary: 'accept-encoding',
  }
  if (request.headers['if-none-match'] === asset.tag) {
    response.writeHead(304, headers)
    return void response.end()
  }
  const isText = /^(text|application|image\/svg)/.test(asset.type) && asset.content.length >= 1000
  const encoding = isText ? encodingFor(request) : undefined
  const content = encoding ? compressedFor(asset, encoding) : asset.content
  if (encoding) headers['content-encoding'] = encoding
  response.writeHead(200, { ...headers, 'content-length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}

type StaticHandler = (request: IncomingMessage, response: ServerResponse) => void

/** Allows GET and HEAD only. */
const readOnly =
  (handler: StaticHandler): StaticHandler =>
  (request, response) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? handler(request, response)
      : sendProblem(response, 405, 'This address answers GET.', { allow: 'GET, HEAD' })

/** Serves one JSON text. */
export const serveJson = (text: string): StaticHandler =>
  readOnly((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(text))

/** Serves a single-page application: its files, and its page for every address without a file ending. */
export const createStatic = (folder: string) => {
  const assets = readAssets(folder)
  return readOnly((request, response) => {
    const path = new URL(`http://panel${request.url}`).pathname
    const asset = assets.get(path) ?? (extname(path) === '' ? assets.get('/index.html') : undefined)
    if (!asset) return sendProblem(response, 404, 'There is nothing at this address.')
    sendAsset(request, response, asset)
  })
}
