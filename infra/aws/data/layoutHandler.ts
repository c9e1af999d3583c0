// This file becomes a function within a template: nothing may be imported here.

/** What CloudFormation sends to a custom resource, as far as it is read here. */
export interface LayoutRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete'
  readonly ResponseURL: string
  readonly StackId: string
  readonly RequestId: string
  readonly LogicalResourceId: string
  readonly PhysicalResourceId?: string
  readonly ResourceProperties: { readonly layout: string | number }
}

/**
 * Notes at its creation the number of the table's layout in the id of the resource, and fails when another one is asked
 * for. The id is compared and not the old property, for CloudFormation goes back by an update with both exchanged.
 */
export async function handler(request: LayoutRequest): Promise<void> {
  const { RequestType, StackId, RequestId, LogicalResourceId, ResourceProperties } = request
  const requested = `layout-${ResourceProperties.layout}`
  const existing = RequestType === 'Create' ? requested : (request.PhysicalResourceId ?? requested)
  const isRefused = RequestType === 'Update' && requested !== existing
  const body = JSON.stringify({
    ...{ StackId, RequestId, LogicalResourceId, PhysicalResourceId: existing },
    Status: isRefused ? 'FAILED' : 'SUCCESS',
    ...(isRefused && {
      Reason: `The records are written in ${existing} and this version needs ${requested}: nothing was changed. Deploy the version that wrote them, or this one as another stage.`,
    }),
  })
  // As bytes it gets no content type, which the signature of the address does not allow.
  const answer = await fetch(request.ResponseURL, { method: 'PUT', body: new TextEncoder().encode(body) })
  if (!answer.ok) throw new Error(`CloudFormation took no answer: ${answer.status}.`)
}
