import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  HttpApi,
  HttpIntegrationType,
  HttpMethod,
  HttpRoute,
  HttpRouteIntegration,
  HttpRouteKey,
  HttpStage,
  type IHttpApi,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import type { ApiEndpoint } from '../data/ApiEndpoint.ts'
import type { Identity } from '../data/Identity.ts'
import type { Log } from '../Log.ts'
import { gatewayRoutes } from './gatewayRoutes.ts'
import type { LambdaFunction } from './LambdaFunction.ts'

/**
 * Requests per second for the whole API, and for each address that needs no token. One network address cannot use up what
 * all share: the firewall lets less of it through.
 */
export const rates = {
  all: { rateLimit: 500, burstLimit: 1000 },
  surveyPage: { rateLimit: 200, burstLimit: 400 },
  openAddresses: { rateLimit: 50, burstLimit: 150 },
} as const

/** The fields of the access log: ids, the route's pattern and timings, but no address, caller or token. */
const logFields = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  at: '$context.requestTimeEpoch',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  functionStatus: '$context.integration.status',
  bytes: '$context.responseLength',
  refusal: '$context.error.responseType',
}

/** A function behind the API. It gets the permission to be called once, not once per route. */
class FunctionIntegration extends HttpRouteIntegration {
  constructor(
    id: string,
    private readonly handler: IFunction,
  ) {
    super(id)
  }

  bind() {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.handler.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    }
  }
}

/** The authorizer, routes and rates of the HTTP API. */
export class Gateway extends Construct {
  readonly api: IHttpApi

  constructor(scope: Construct, id: string, { api: { apiId: httpApiId, apiEndpoint } }: ApiEndpoint) {
    super(scope, id)
    // Taken by its id, so that everything below belongs to this stack and not to the one that has the address.
    this.api = HttpApi.fromHttpApiAttributes(this, 'Api', { httpApiId, apiEndpoint })
  }

  /** Connects every route of the table to its function, with the authorizer unless it is public, and opens the API. */
  serve(functions: ReadonlyMap<string, LambdaFunction>, identity: Identity, log: Log): void {
    const authorizer = new HttpUserPoolAuthorizer('User', identity.pool, { userPoolClients: [identity.client] })
    const integrations = new Map([...functions].map(([name, { handler }]) => [name, this.integrate(name, handler)]))
    const routes = gatewayRoutes.map(({ method, path, lambda, auth }) => {
      const integration = integrations.get(lambda)
      if (!integration) throw new Error(`No function serves ${method} ${path}: there is none called ${lambda}.`)
      const route = new HttpRoute(this, `${method} ${path}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method as keyof typeof HttpMethod]),
        integration,
        authorizer: auth === 'user' ? authorizer : undefined,
      })
      if (auth === 'public')
        accept(route, {
          'AwsSolutions-APIG4':
            'Public on purpose: health, the API document, and the survey page, whose token is the permission.',
        })
      return route
    })
    this.openStage(log).node.addDependency(...routes)
  }

  private integrate(name: string, handler: IFunction): HttpRouteIntegration {
    handler.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.api.arnForExecuteApi(),
    })
    return new FunctionIntegration(name, handler)
  }

  private openStage(log: Log): HttpStage {
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: rates.all,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(logFields)),
      },
    })
    const resource = stage.node.defaultChild
    if (resource instanceof CfnStage)
      resource.routeSettings = Object.fromEntries(
        gatewayRoutes
          .filter(({ auth }) => auth === 'public')
          .map(({ method, path }) => {
            const { rateLimit, burstLimit } = path.startsWith('/api/') ? rates.openAddresses : rates.surveyPage
            return [`${method} ${path}`, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }]
          }),
      )
    return stage
  }
}
