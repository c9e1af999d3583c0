import { Fn, Stack } from 'aws-cdk-lib'
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Construct } from 'constructs'

/**
 * The HTTP API without a route. Its address stands before everything else, so that CloudFront can lead to it and the
 * functions, which come last, can name CloudFront's address in the links that they send.
 */
export class ApiEndpoint extends Construct {
  readonly api: HttpApi
  /** The API's host, without scheme or path. */
  readonly host: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { apiName: Stack.of(this).stackName, createDefaultStage: false })
    this.host = Fn.select(2, Fn.split('/', this.api.apiEndpoint))
  }
}
