// npm run synth, deploy and destroy: builds everything, then runs the CDK command with the options of options.ts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { cloudFormationIn, errorMessage, protectedStacks } from './operator.ts';
import { OPTION_NAMES, type Options, optionsFrom } from './options.ts';

const [command = '', ...args] = process.argv.slice(2);

/** Synth needs neither an account nor any option. */
const SYNTH_DEFAULTS = { stage: 'dev' };

function readArguments(): Record<string, string> {
  const options = Object.fromEntries(OPTION_NAMES.map((name) => [name, { type: 'string' as const }]));
  const given = Object.entries(parseArgs({ args, options }).values).map(([name, value]) => [name, String(value)]);
  return { ...(command === 'synth' ? SYNTH_DEFAULTS : {}), ...Object.fromEntries(given) };
}

/** Runs a program of one of our packages: npm puts them on the path. */
async function run(program: string, ...words: string[]): Promise<void> {
  const started = spawn(program, words, { stdio: ['inherit', command === 'synth' ? 'ignore' : 'inherit', 'inherit'] });
  const [code] = await once(started, 'exit');
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} failed: see its message above.`);
}

/** In prod, a stack is destroyed only after somebody has switched off its termination protection by hand. */
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
  const given = readArguments();
  // Wrong options fail before anything is started.
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
  console.error(errorMessage(error));
  process.exitCode = 1;
}
