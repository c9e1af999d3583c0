/** A table that was restored from a backup and that the product works on instead of the one of its stack. */
export interface RestoredTable {
  readonly name: string
  readonly arn: string
  readonly streamArn: string
}

const streamPattern = /^(arn:aws[\w-]*:dynamodb:([a-z0-9-]+):\d{12}:table\/([\w.-]{3,255}))\/stream\/[\w.:-]+$/

/**
 * The restored table that the ARN of its stream names, which DynamoDB gives once the stream is switched on; throws with a
 * sentence for anything else.
 */
export function restoredTableOf(region: string, streamArn: string | undefined): RestoredTable | undefined {
  if (streamArn === undefined) return undefined
  const [, arn = '', place, name = ''] = streamPattern.exec(streamArn) ?? []
  if (arn === '')
    throw new Error(`"${streamArn}" is no stream of a table: give table the LatestStreamArn of the restored table.`)
  if (place !== region)
    throw new Error(`The restored table is in ${place}, and the functions in ${region} reach none there.`)
  return { name, arn, streamArn }
}
