// The one address of Kitty: the built web from a private bucket, /v1 from the API, and sign-in that comes back here.
import { type App, CfnOutput, Duration } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { IdentityStack } from './identity.stack.ts';
import { builtFolder } from './kitty-function.ts';
import { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import { type Options, prefixOf } from './options.ts';
import { filesOf, pagesFunction } from './pages.ts';
import { configOf, signInClient } from './sign-in-client.ts';
import { deployWeb, GENERATED_FILES } from './web-files.ts';
import { cloudFrontHeaders } from './web-headers.ts';

export class WebStack extends KittyStack {
  /** Its routes are the api stack's; it is made here because the address and the sign-in client need it. */
  readonly api: HttpApi;
  readonly distribution: Distribution;
  /** Its address, without a path. */
  readonly home: string;
  /** The web's client in Cognito; it has no secret. */
  readonly signInClient: UserPoolClient;

  constructor(app: App, options: Options, { pool, domain }: IdentityStack, webAclArn: string | undefined) {
    super(app, 'web', options);
    const folder = builtFolder(options, 'web', 'index.html');
    const signInAt = domain.baseUrl();
    this.api = new HttpApi(this, 'Api', {
      apiName: prefixOf(options),
      description: `The API of Kitty for ${options.place}, ${options.stage}`,
      createDefaultStage: false,
    });
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // In dev older versions would keep it from being deleted with its stack.
      versioned: options.stage === 'prod',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: this.dataRemovalPolicy,
    });
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: prefixOf(options),
      ...cloudFrontHeaders(signInAt),
    });
    const pages = new EdgeFunction(this, 'Pages', {
      functionName: `${prefixOf(options)}-pages`,
      code: FunctionCode.fromInline(pagesFunction([...filesOf(folder), ...GENERATED_FILES])),
      runtime: FunctionRuntime.JS_2_0,
    });
    this.distribution = new Distribution(this, 'Site', {
      comment: `Kitty for ${options.place}, ${options.stage}`,
      // Europe and North America: the cheapest, and where councils are.
      priceClass: PriceClass.PRICE_CLASS_100,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        // With the right to list, a file that is not there is 404 and not 403. The list itself has no address: see pages.ts.
        origin: S3BucketOrigin.withOriginAccessControl(bucket, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        compress: true,
        functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/v1/*': {
          origin: new HttpOrigin(`${this.api.apiId}.execute-api.${this.region}.amazonaws.com`),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          compress: true,
        },
      },
      ...(options.domain
        ? {
            domainNames: [options.domain.name],
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', options.domain.certificateArn),
          }
        : {}),
      ...(webAclArn ? { webAclId: webAclArn } : {}),
    });
    this.home = `https://${options.domain?.name ?? this.distribution.distributionDomainName}`;
    this.signInClient = signInClient(this, pool, this.home);
    const config = configOf(options, pool, signInAt, this.signInClient);
    deployWeb(this, { bucket, folder, config });
    new CfnOutput(this, 'Address', { value: this.home, description: 'Where people find Kitty' });
    const noLogs = 'Access logs hold the addresses of people’s machines; logs here hold no personal data.';
    acknowledge(bucket, { 'AwsSolutions-S1': noLogs });
    acknowledge(this.distribution, {
      'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
        'There is a root object, and the function at the edge turns every address into a file’s.',
      'AwsSolutions-CFR1': 'People may be anywhere when they vote; what they may see is decided by sign-in.',
      'AwsSolutions-CFR2': 'A firewall is an option (--waf on) with a price; API Gateway throttles in any case.',
      'AwsSolutions-CFR3': noLogs,
      'AwsSolutions-CFR4': 'CloudFront’s own name allows no other setting; with --domain it is TLS 1.2 of 2021 and up.',
    });
  }
}
