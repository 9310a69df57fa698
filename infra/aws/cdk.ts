// npm run synth, deploy and destroy: builds everything, then the CDK's own command, with the options of options.ts as words.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { cloudFormationIn, protectedStacks, sentenceOf } from './operator.ts';
import { OPTION_NAMES, type Options, optionsFrom } from './options.ts';

const [command = '', ...words] = process.argv.slice(2);

/** To look at: synth needs neither an account nor anything said. */
const TO_LOOK_AT = { stage: 'dev' };

function said(): Record<string, string> {
  const options = Object.fromEntries(OPTION_NAMES.map((name) => [name, { type: 'string' as const }]));
  const given = Object.entries(parseArgs({ args: words, options }).values).map(([name, value]) => [
    name,
    String(value),
  ]);
  return { ...(command === 'synth' ? TO_LOOK_AT : {}), ...Object.fromEntries(given) };
}

/** Programs are found because npm puts those of its packages on the path. */
async function run(program: string, ...args: string[]): Promise<void> {
  const started = spawn(program, args, { stdio: ['inherit', command === 'synth' ? 'ignore' : 'inherit', 'inherit'] });
  const [code] = await once(started, 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed; it said why.`);
}

/** In prod nothing is destroyed that somebody did not unlock by hand, stack by stack. */
async function refuseProtected({ stage, place, region, waf }: Options): Promise<void> {
  // Only the firewall lies elsewhere.
  const regions = [...new Set([region, ...(waf ? ['us-east-1'] : [])])];
  const which = { stage, place, region };
  const locked = (await Promise.all(regions.map((one) => protectedStacks(cloudFormationIn(one), which)))).flat();
  if (locked.length === 0) return;
  throw new Error(
    `Kitty for ${place}, prod, is protected. First switch off the termination protection of ${locked.join(', ')} ` +
      '(CloudFormation console, Stack actions, Edit termination protection), then say this again. ' +
      'Even then the table, the people who sign in, the web’s files and the journal heads stay.',
  );
}

function warnOfMissing({ senderEmail, alarmEmail }: Options): void {
  if (!senderEmail)
    console.error('Without --sender-email sign-in codes stop at 50 a day, which is Cognito’s own sender’s limit.');
  if (!alarmEmail) console.error('Without --alarm-email nobody is told when an alarm rings.');
}

try {
  const given = said();
  // Said wrongly, it fails before anything is started.
  const options = optionsFrom((name) => given[name]);
  const { stage, place } = options;
  if (command === 'destroy' && stage === 'prod') await refuseProtected(options);
  if (command === 'deploy' && stage === 'prod') warnOfMissing(options);
  await Promise.all([
    run('node', 'infra/bundle.ts'),
    run('vite', 'build', '-c', 'web/vite.config.ts', '--logLevel', 'error'),
  ]);
  const context = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await run('cdk', command, ...(command === 'synth' ? ['--quiet'] : ['--all']), ...context);
  if (command === 'synth') console.log(`Kitty for ${place}, ${stage}, is in .kitty/cdk.out.`);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
