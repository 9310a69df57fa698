// CloudFront's form of the security headers that infra/headers.ts defines.
import { Duration } from 'aws-cdk-lib';
import { HeadersReferrerPolicy, type ResponseHeadersPolicyProps } from 'aws-cdk-lib/aws-cloudfront';
import { webHeaders } from '../headers.ts';

const REFERRER = new Map(Object.values(HeadersReferrerPolicy).map((policy) => [String(policy), policy]));

/** CloudFront takes some headers in forms of its own and the others as they are; none is left out. */
export function cloudFrontHeaders(identityOrigin: string): ResponseHeadersPolicyProps {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'strict-transport-security': transport = '',
    'x-content-type-options': contentType,
    'referrer-policy': referrer = '',
    ...others
  } = webHeaders(identityOrigin);
  const seconds = /^max-age=(\d+); includeSubDomains$/.exec(transport)?.[1];
  const referrerPolicy = REFERRER.get(referrer);
  if (seconds === undefined || contentType !== 'nosniff' || !referrerPolicy)
    throw new Error('infra/headers.ts says something that web-headers.ts cannot say to CloudFront yet');
  const override = true;
  return {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(seconds)),
        includeSubdomains: true,
        override,
      },
      contentTypeOptions: { override },
      referrerPolicy: { referrerPolicy, override },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override })),
    },
  };
}
