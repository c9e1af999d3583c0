import type { EmulatorRun } from './emulatorRun.ts'
import { statusPast } from './siteProxy.ts'
import { EmulatorProblem } from './steps.ts'

const get = async (url: string, path: string) => {
  const answer = await fetch(new URL(path, url), { redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), caching: answer.headers.get('cache-control') ?? '' }
}

const expect = (isTrue: boolean, sentence: string) => {
  if (!isTrue) throw new EmulatorProblem(sentence)
}

/** Checks that the API refuses whoever calls it past CloudFront; throws `EmulatorProblem` if it does not. */
export async function checkClosedApi(emulator: EmulatorRun, api: string): Promise<void> {
  for (const value of [undefined, 'a guess']) {
    const status = await statusPast(emulator, api, '/api/health', value)
    expect(status === 404, `The API’s own address answers ${status} to a call past CloudFront.`)
  }
}

/** Checks that the one address serves panel, configuration and API as deployed; throws `EmulatorProblem` if not. */
export async function checkAddress(url: string): Promise<void> {
  const page = await get(url, '/cases/any')
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.text)?.[1]
  expect(
    page.status === 200 && script !== undefined,
    `The panel is not at the address: ${page.status} ${page.text.slice(0, 200)}`,
  )
  const asset = await get(url, script ?? '')
  expect(
    asset.status === 200 && asset.caching.includes('immutable'),
    `${script} answers ${asset.status}, ${asset.caching}.`,
  )
  const config = await get(url, '/config.json')
  expect(config.status === 200 && config.text.includes('userPoolId'), `/config.json answers ${config.status}.`)
  const health = await get(url, '/api/health')
  expect(health.text.includes('"status":"ok"'), `/api/health answers ${health.status} ${health.text}`)
}
