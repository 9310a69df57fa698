// The CDK app: reads the options (-c name=value) and defines all stacks of one place and stage.
import { App } from 'aws-cdk-lib';
import { addKitty, checked } from './kitty.ts';
import { optionsFrom } from './options.ts';

const app = new App();
addKitty(
  app,
  optionsFrom((name) => app.node.tryGetContext(name)),
);
checked(app);
app.synth();
