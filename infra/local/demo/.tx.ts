import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { store } from '#functions/kit/store/client.ts'
let n = 0, items = 0, ms = 0
export function watch() {
  const s = store()
  const send = s.send.bind(s)
  ;(s as any).send = async (c: any) => {
    const t = performance.now()
    try { return await send(c) } finally {
      if (c instanceof TransactWriteCommand) { n++; items += c.input.TransactItems!.length; ms += performance.now() - t }
    }
  }
  return () => console.log({ n, items, ms, perItem: ms / items, perTx: ms / n })
}
