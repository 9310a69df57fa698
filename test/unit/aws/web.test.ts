// The web on CloudFront answers as it does locally: the same headers, the same pages for addresses, the same caching.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import { pagesFunction } from '../../../infra/aws/pages.ts';
import { GENERATED_FILES } from '../../../infra/aws/web-files.ts';
import { webHeaders } from '../../../infra/headers.ts';
import { docsApp } from '../../../infra/local/docs.ts';
import { only, synthesise } from './synthesis.ts';

const kitty = synthesise({ stage: 'dev', place: 'barking' });
afterAll(() => kitty.remove());

type Json = Readonly<Record<string, unknown>>;
/** A text of a template, with references by name. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', '']] = Object.entries(value as Json);
  if (name === 'Fn::Join') return (inner as [string, unknown[]])[1].map(said).join('');
  return '‹there›';
}

const IDENTITY = 'https://‹there›.auth.eu-west-2.amazoncognito.com';

/** CloudFront's form of the headers, as browsers get them. */
function sent(): Record<string, string> {
  const { SecurityHeadersConfig, CustomHeadersConfig } = only(kitty.of('AWS::CloudFront::ResponseHeadersPolicy'))
    .Properties.ResponseHeadersPolicyConfig as Record<string, Record<string, Json>>;
  const { StrictTransportSecurity, ContentSecurityPolicy, ReferrerPolicy, ContentTypeOptions } =
    SecurityHeadersConfig ?? {};
  const customs = CustomHeadersConfig?.Items as unknown as { Header: string; Value: string; Override: boolean }[];
  expect(customs.every(({ Override }) => Override)).toBe(true);
  return {
    ...Object.fromEntries(customs.map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': said(ContentSecurityPolicy?.ContentSecurityPolicy),
    'strict-transport-security': `max-age=${StrictTransportSecurity?.AccessControlMaxAgeSec}${StrictTransportSecurity?.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'referrer-policy': String(ReferrerPolicy?.ReferrerPolicy),
    ...(ContentTypeOptions?.Override ? { 'x-content-type-options': 'nosniff' } : {}),
  };
}

describe('headers', () => {
  test('are those of infra/headers.ts, for the issuer’s origin', () => {
    const prefix = 'https://kitty-barking-dev-‹there›.auth.eu-west-2.amazoncognito.com';
    const own = Object.fromEntries(
      Object.entries(sent()).map(([name, value]) => [name, value.replaceAll(prefix, IDENTITY)]),
    );
    expect(own).toEqual(webHeaders(IDENTITY));
  });
});

describe('addresses', () => {
  const pageAt = (uri: string): string => {
    const code = pagesFunction(['/icon.svg', ...GENERATED_FILES]);
    return runInNewContext(`${code}; handler({ request: { uri } }).uri`, { uri });
  };

  test.each(['/', '/pools/0', '/join/A.B', '/signed-in', '/docs', '/index.html'])('%s is the one page', (uri) => {
    expect(pageAt(uri)).toBe('/index.html');
  });

  test.each(['/assets/main-0.js', '/assets/gone.js', '/icon.svg', '/config.json', '/openapi.json'])(
    '%s is a file or nothing',
    (uri) => {
      expect(pageAt(uri)).toBe(uri);
    },
  );

  test('of the API are never answered with the page, and never cached', () => {
    const { CacheBehaviors, DefaultCacheBehavior, CustomErrorResponses } = only(
      kitty.of('AWS::CloudFront::Distribution'),
    ).Properties.DistributionConfig as Record<string, Json[]>;
    expect(CacheBehaviors).toHaveLength(1);
    expect(CacheBehaviors?.[0]).toMatchObject({ PathPattern: '/v1/*', ViewerProtocolPolicy: 'https-only' });
    // CloudFront's own “caching disabled”.
    expect(CacheBehaviors?.[0]?.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(CacheBehaviors?.[0]).not.toHaveProperty('FunctionAssociations');
    // These would put the page in the place of the API's refusals.
    expect(CustomErrorResponses).toBeUndefined();
    expect(DefaultCacheBehavior).toHaveProperty('ResponseHeadersPolicyId');
  });

  test('of the bucket itself are closed: only this distribution may read it', () => {
    const { OriginAccessControlConfig } = only(kitty.of('AWS::CloudFront::OriginAccessControl')).Properties as Record<
      string,
      Json
    >;
    expect(OriginAccessControlConfig).toMatchObject({ SigningBehavior: 'always', OriginAccessControlOriginType: 's3' });
  });
});

describe('files', () => {
  const [assets, pages] = kitty.of('Custom::CDKBucketDeployment').map(({ Properties }) => Properties);

  test('with a hash in their name are cached for ever, and stay in the bucket when new ones are deployed', () => {
    expect(assets).toMatchObject({
      DestinationBucketKeyPrefix: 'assets',
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
      Prune: false,
    });
  });

  test('with other names are revalidated each time, config.json among them', () => {
    expect(pages).toMatchObject({ SystemMetadata: { 'cache-control': 'no-cache' } });
    const markers = JSON.stringify(pages?.SourceMarkers);
    expect(markers).toMatch(/SignInClient/);
  });

  test('hold the description of the API, as it is served locally', async () => {
    const { outdir } = kitty.app;
    const [file, another] = globSync('asset.*/openapi.json', { cwd: outdir });
    expect(another).toBeUndefined();
    const local = await docsApp().request('/openapi.json');
    expect(readFileSync(join(outdir, file ?? ''), 'utf8')).toBe(await local.text());
  });
});
