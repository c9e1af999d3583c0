import { describe, expect, it, vi } from 'vitest'
import { handler, type LayoutRequest } from '#infra/aws/data/layoutHandler.ts'

const request = (differences: Partial<LayoutRequest>): LayoutRequest => ({
  ...{ RequestType: 'Create', StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Number' },
  ...{ ResponseURL: 'https://cloudformation.example/answer', ResourceProperties: { layout: '2' } },
  ...differences,
})
const toLayout = (layout: string): LayoutRequest =>
  request({ RequestType: 'Update', PhysicalResourceId: 'layout-2', ResourceProperties: { layout } })

async function answerTo(asked: LayoutRequest, status = 200): Promise<Record<string, string>> {
  const answer = vi.fn(
    async (_url: string, _init: { method: string; body: Uint8Array }) => new Response('', { status }),
  )
  vi.stubGlobal('fetch', answer)
  try {
    await handler(asked)
    const [url, { method, body } = { method: '', body: new Uint8Array() }] = answer.mock.calls[0] ?? ['']
    expect([url, method]).toEqual([asked.ResponseURL, 'PUT'])
    return JSON.parse(new TextDecoder().decode(body))
  } finally {
    vi.unstubAllGlobals()
  }
}

describe('the layout of the table', () => {
  it('is noted when the stack is made', async () => {
    expect(await answerTo(request({}))).toEqual({
      ...{ StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Number' },
      ...{ PhysicalResourceId: 'layout-2', Status: 'SUCCESS' },
    })
  })

  it('stays in an update that needs the same, and when the stack is deleted', async () => {
    expect(await answerTo(toLayout('2'))).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'layout-2' })
    const deletion = request({ RequestType: 'Delete', PhysicalResourceId: 'layout-1' })
    expect(await answerTo(deletion)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'layout-1' })
  })

  it.each(['3', '1'])('refuses an update that needs layout %s, with a sentence', async (layout) => {
    expect(await answerTo(toLayout(layout))).toMatchObject({
      ...{ Status: 'FAILED', PhysicalResourceId: 'layout-2' },
      Reason: expect.stringContaining(
        `written in layout-2 and this version needs layout-${layout}: nothing was changed`,
      ),
    })
  })

  it('lets CloudFormation go back after it refused', async () => {
    const back = { ...toLayout('2'), OldResourceProperties: { layout: '3' } }
    expect(await answerTo(back)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'layout-2' })
  })

  it('fails aloud when its answer is not taken', async () => {
    await expect(answerTo(request({}), 403)).rejects.toThrow('took no answer: 403')
  })
})
