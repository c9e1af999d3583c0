import { expect } from 'vitest'
import type { CallReply } from '#test/support/call.ts'

/** What every refusal is: a problem document in words, of the expected status, without a trace of the code. */
export function refused(answer: CallReply, status: number, words?: string | RegExp): CallReply {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status } })
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(answer.body).toMatchObject({ type: 'about:blank', title: expect.any(String), detail: answer.body.message })
  expect(answer.body.message.length).toBeGreaterThan(10)
  expect(answer.text).not.toMatch(/\bat .*\.[jt]s|node_modules|Exception|undefined/)
  if (words) expect(answer.body.message).toMatch(words)
  return answer
}
