// What every stack of Kitty's shares: its name, its tags, and what may be destroyed with it.
import { type App, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { type Options, prefixOf } from './options.ts';

export class KittyStack extends Stack {
  readonly options: Options;
  /** What holds people's data outlives its stack in prod. */
  readonly keepsData: RemovalPolicy;

  constructor(app: App, name: string, options: Options, region = options.region) {
    super(app, `${prefixOf(options)}-${name}`, {
      // The account is whosever credentials deploy: so the templates are the same in each.
      env: { region },
      description: `Kitty for ${options.place}, ${options.stage}: ${name}`,
      terminationProtection: options.stage === 'prod',
      // Only the firewall lies in another region.
      ...(options.waf ? { crossRegionReferences: true } : {}),
    });
    this.options = options;
    this.keepsData = options.stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    Tags.of(this).add('kitty:place', options.place);
    Tags.of(this).add('kitty:stage', options.stage);
  }
}
