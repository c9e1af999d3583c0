import { Fn, Stack } from 'aws-cdk-lib'
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
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import type { Identity } from '../data/Identity.ts'
import type { Log } from '../Log.ts'
import { gatewayRoutes } from './gatewayRoutes.ts'
import type { ServiceFunction } from './ServiceFunction.ts'

/** Requests a second for the whole API, and for one public address, which nobody has signed in for. */
const rates = { all: { rateLimit: 500, burstLimit: 1000 }, public: { rateLimit: 50, burstLimit: 100 } }

/** What is logged of a request: ids, the route's pattern and timings; never an address, a caller or a token. */
const logged = {
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

/** A function behind the API; the permission to call it is given once, not again for each route. */
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

/** The HTTP API: who may pass, which function answers, how often. */
export class Gateway extends Construct {
  readonly api: HttpApi
  /** The API's host, without scheme or path. */
  readonly host: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { apiName: Stack.of(this).stackName, createDefaultStage: false })
    this.host = Fn.select(2, Fn.split('/', this.api.apiEndpoint))
  }

  /** Leads every route of the table to its function, behind the authorizer unless it is public, and opens the API. */
  serve(functions: ReadonlyMap<string, ServiceFunction>, identity: Identity, log: Log): void {
    const authorizer = new HttpUserPoolAuthorizer('User', identity.pool, { userPoolClients: [identity.client] })
    const integrations = new Map([...functions].map(([name, { handler }]) => [name, this.integrate(name, handler)]))
    const made = gatewayRoutes.map(({ method, path, context, auth }) => {
      const integration = integrations.get(context)
      if (!integration) throw new Error(`No function serves ${method} ${path}: there is none for ${context}.`)
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
    this.openStage(log).node.addDependency(...made)
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
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    })
    const resource = stage.node.defaultChild
    if (resource instanceof CfnStage)
      resource.routeSettings = Object.fromEntries(
        gatewayRoutes
          .filter(({ auth }) => auth === 'public')
          .map(({ method, path }) => [
            `${method} ${path}`,
            { ThrottlingRateLimit: rates.public.rateLimit, ThrottlingBurstLimit: rates.public.burstLimit },
          ]),
      )
    return stage
  }
}
