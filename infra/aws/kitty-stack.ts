// What every stack shares: its name, its tags, and whether its data is deleted with it.
import { type App, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { type Options, prefixOf } from './options.ts';

export class KittyStack extends Stack {
  readonly options: Options;
  /** In prod, resources that hold people's data outlive their stack. */
  readonly dataRemovalPolicy: RemovalPolicy;

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
    this.dataRemovalPolicy = options.stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    Tags.of(this).add('kitty:place', options.place);
    Tags.of(this).add('kitty:stage', options.stage);
  }
}
