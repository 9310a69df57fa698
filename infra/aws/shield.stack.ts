// The firewall before CloudFront, only with --waf on (its price is in options.ts): it lies in us-east-1, as AWS demands.
// It guards the address that people know. The API's own address, which nobody needs, has its throttle and asks for a token.
import type { App } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { KittyStack } from './kitty-stack.ts';
import { type Options, prefixOf } from './options.ts';

/** From one IP address in five minutes: a whole day centre may share one. */
const MAX_REQUESTS = 3000;

export class ShieldStack extends KittyStack {
  readonly webAclArn: string;

  constructor(app: App, options: Options) {
    super(app, 'shield', options, 'us-east-1');
    const visibilityConfig = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples would hold IP addresses and what was sent.
      sampledRequestsEnabled: false,
    });
    const acl = new CfnWebACL(this, 'Firewall', {
      name: prefixOf(options),
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibilityConfig('all'),
      rules: [
        {
          name: 'floods',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: MAX_REQUESTS } },
          visibilityConfig: visibilityConfig('floods'),
        },
        {
          name: 'known-attackers',
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' },
          },
          visibilityConfig: visibilityConfig('known-attackers'),
        },
      ],
    });
    this.webAclArn = acl.attrArn;
  }
}
