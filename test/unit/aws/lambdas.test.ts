// What the synthesised Lambdas promise: runtime and settings, logs that expire, failures that are kept, alarms that are useful.
import { afterAll, describe, expect, test } from 'vitest';
import { LAMBDAS } from '../../../infra/bundle.ts';
import { EVERYTHING, only, type Resource, synthesise } from './synthesis.ts';

const prod = synthesise(EVERYTHING);
const dev = synthesise({ stage: 'dev', place: 'barking' });
afterAll(() => {
  prod.remove();
  dev.remove();
});

/** Not the CDK's helpers, which run during deployments only and have no name. */
const kittys = ({ Properties }: Resource) => Properties.FunctionName !== undefined;

describe('Lambdas', () => {
  test('are exactly those that are built, on arm64 and Node 24, with their stage, table and place', () => {
    const own = prod.of('AWS::Lambda::Function').filter(kittys);
    expect(own.map(({ Properties }) => Properties.FunctionName).sort()).toEqual(
      LAMBDAS.map(({ name }) => `kitty-barking-prod-${name}`).sort(),
    );
    for (const { Properties } of own) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON' },
        Environment: { Variables: { KITTY_STAGE: 'prod', KITTY_TABLE: expect.anything() } },
      });
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      expect([Variables.KITTY_PLACE, Variables.KITTY_PLACES]).toContain('barking');
    }
  });

  test('send notices only where the operator chose a sender', () => {
    const names = dev.of('AWS::Lambda::Function').map(({ Properties }) => Properties.FunctionName);
    expect(names).not.toContain('kitty-barking-dev-send-notices');
    expect(dev.of('AWS::SecretsManager::Secret')).toEqual([]);
    const ses = synthesise({ stage: 'dev', place: 'barking', notices: 'ses', 'sender-email': 'a@b.example' });
    const settingsOf = (one: typeof dev, name = 'send-notices') =>
      one.of('AWS::Lambda::Function').find(({ Properties }) => String(Properties.FunctionName).endsWith(`-${name}`))
        ?.Properties.Environment;
    expect(settingsOf(prod)).toMatchObject({
      Variables: { KITTY_NOTICES: 'notify', KITTY_NOTIFY_SECRET: 'kitty/barking/prod/notify' },
    });
    expect(settingsOf(ses)).toMatchObject({ Variables: { KITTY_NOTICES: 'ses', KITTY_SENDER_EMAIL: 'a@b.example' } });
    // What the page may offer to people.
    expect([prod, ses, dev].map((one) => settingsOf(one, 'api'))).toMatchObject(
      ['email,text', 'email', 'nothing'].map((KITTY_CHANNELS) => ({ Variables: { KITTY_CHANNELS } })),
    );
    ses.remove();
  });

  test('keep logs for 30 days', () => {
    const days = prod.of('AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays);
    expect(days.length).toBeGreaterThan(LAMBDAS.length);
    expect(new Set(days)).toEqual(new Set([30]));
  });

  test('requests are logged by route, without IP addresses or URLs', () => {
    const { AccessLogSettings, DefaultRouteSettings } = only(dev.of('AWS::ApiGatewayV2::Stage')).Properties;
    expect(JSON.stringify(AccessLogSettings)).not.toMatch(/sourceIp|context\.path|userAgent|claims|querystring/i);
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  });

  test('routes require a token, except those that are open to all', () => {
    const routes = dev
      .of('AWS::ApiGatewayV2::Route')
      .map(({ Properties: { RouteKey, AuthorizationType } }) => [RouteKey, AuthorizationType]);
    expect(Object.fromEntries(routes)).toEqual({
      'ANY /v1/{proxy+}': 'JWT',
      'POST /v1/allocations/imports': 'JWT',
      'GET /v1/health': 'NONE',
      'GET /v1/offers': 'NONE',
      'GET /v1/offers/{id}': 'NONE',
    });
  });
});

describe('jobs', () => {
  test('of a batch only what failed is retried, in halves, a limited number of times, and then kept', () => {
    expect(only(dev.of('AWS::Lambda::EventSourceMapping')).Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 8,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });

  test('the consumer gets journals’ events and nothing else', () => {
    const { FilterCriteria } = only(dev.of('AWS::Lambda::EventSourceMapping')).Properties;
    const { Filters } = FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: [{ prefix: 'E#' }] } } } },
    ]);
  });

  test('the clock, the heads and the notices run on schedules, and a start that fails is kept', () => {
    const schedules = prod.of('AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual([
      'rate(5 minutes)',
      'cron(15 3 * * ? *)',
      'rate(1 minute)',
    ]);
    for (const { Target } of schedules) expect(Target).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } });
  });
});

describe('alarms', () => {
  test('one is raised when the log of send-notices has notices that were never finished', () => {
    const { MetricTransformations, FilterPattern, LogGroupName } = only(prod.of('AWS::Logs::MetricFilter')).Properties;
    expect([FilterPattern, JSON.stringify(LogGroupName)]).toEqual([
      '"notices-unfinished"',
      expect.stringContaining('sendnoticeslogs'),
    ]);
    const [{ MetricName, MetricNamespace } = { MetricName: '', MetricNamespace: '' }] = MetricTransformations as {
      MetricName: string;
      MetricNamespace: string;
    }[];
    const names = prod
      .of('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.MetricName === MetricName && Properties.Namespace === MetricNamespace)
      .map(({ Properties }) => Properties.AlarmName);
    expect(names).toEqual(['kitty-barking-prod-notices-unfinished']);
  });

  test('each says in a sentence what it means to users, and reaches somebody', () => {
    const alarms = prod.of('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThanOrEqual(10);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmDescription).toMatch(/^\S.{40,}\.$/s);
      expect(Properties.AlarmActions).toHaveLength(1);
    }
  });
});
