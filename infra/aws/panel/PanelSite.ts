import { SecretValue } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { originHeader } from '#shared/api/origin.ts'
import { accept } from '../accept.ts'
import { originSecretName } from '../data/SecretStore.ts'
import type { Deployment } from '../deployment.ts'
import { type AllowedOrigins, originHeaders, panelHeaders } from './headersPolicy.ts'
import { panelRoutes } from './panelRoutes.ts'

export interface SiteProps {
  readonly deployment: Deployment
  readonly panel: IBucket
  readonly apiHost: string
  readonly allowedOrigins: AllowedOrigins
  readonly firewallArn?: string
}

/** One address for the panel, the API and the survey page. */
export class PanelSite extends Construct {
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id)
    const { stage, domain, certificateArn, originSecretVersion: versionId } = props.deployment
    const files = S3BucketOrigin.withOriginAccessControl(props.panel, {
      originId: 'panel',
      originAccessControl: new S3OriginAccessControl(this, 'Access', {
        originAccessControlName: `redress-${stage}-panel`,
      }),
    })
    const panel: BehaviorOptions = {
      origin: files,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'PanelHeaders', {
        responseHeadersPolicyName: `redress-${stage}-panel`,
        securityHeadersBehavior: panelHeaders(props.allowedOrigins),
      }),
      compress: true,
    }
    const functions: BehaviorOptions = {
      origin: new HttpOrigin(props.apiHost, {
        originId: 'functions',
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        // By it the functions know that a request came through the firewall. CloudFormation reads it when it deploys.
        customHeaders: {
          [originHeader]: SecretValue.secretsManager(originSecretName(stage), { versionId }).unsafeUnwrap(),
        },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'OriginHeaders', {
        responseHeadersPolicyName: `redress-${stage}-functions`,
        securityHeadersBehavior: originHeaders,
      }),
    }
    const routes = new EdgeFunction(this, 'PanelRoutes', {
      functionName: `redress-${stage}-panel-routes`,
      code: FunctionCode.fromInline(panelRoutes),
      runtime: FunctionRuntime.JS_2_0,
    })
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Redress ${stage}`,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        ...panel,
        functionAssociations: [{ function: routes, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/config.json': { ...panel, cachePolicy: CachePolicy.CACHING_DISABLED },
        '/api/*': functions,
        '/s/*': { ...functions, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS },
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      webAclId: props.firewallArn,
      ...(domain &&
        certificateArn && {
          domainNames: [domain],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
        }),
    })
    this.acceptFindings(props)
  }

  private acceptFindings({ deployment, firewallArn }: SiteProps): void {
    accept(this.distribution, {
      'AwsSolutions-CFR1': 'Patients answer surveys from wherever they travel; no country is to be shut out.',
      'AwsSolutions-CFR3':
        'Standard logs hold addresses, and the address of a survey is its permission; the site log keeps named fields instead.',
      ...(deployment.domain === undefined && {
        'AwsSolutions-CFR4': 'Under its own name CloudFront fixes the protocol; a domain brings TLS 1.2 as the least.',
      }),
      ...(firewallArn === undefined && {
        'AwsSolutions-CFR2': 'The firewall was turned off for this deployment by context; the API still throttles.',
      }),
    })
  }
}
