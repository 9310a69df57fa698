// A Lambda function from its zip: processes with the template's environment and nothing else, each serving one event at a time.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import * as z from 'zod';
import { type CloudResource, REGION } from './cloud.ts';

const shape = z.object({
  FunctionName: z.string(),
  Handler: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.number(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

export const zipOf = (made: CloudResource): string => shape.parse(made.properties).Code.S3Key;

const message = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ requestId: z.string(), answer: z.string() }),
  z.object({ requestId: z.string(), errorType: z.string(), errorMessage: z.string() }),
]);
type Message = z.output<typeof message>;

/** Processes of one function at once; the test machine has two cores. */
const MAX_CONCURRENCY = 3;

/** The access key of a role's temporary credentials. */
export const accessKeyOf = (roleArn: string): string => `ASIA-${roleArn.split(':').at(-1)}`;

/** The function threw, ended or took too long. */
export class FunctionError extends Error {}

interface Instance {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  /** Resolves when it has loaded its code. */
  readonly ready: Promise<unknown>;
  /** Called with the answer to its event. */
  onMessage: (message: Message) => void;
}

interface Machine {
  /** Where the zip lies unpacked. */
  readonly folder: string;
  /** The runtime's file. */
  readonly runtime: string;
  /** Address of the simulated network. */
  readonly network: string;
  readonly offsetMs: () => number;
}

export class LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Tells the simulated services which role is calling. */
  readonly accessKey: string;
  /** Where it lies unpacked. */
  readonly folder: string;
  /** Everything that it has logged. */
  log = '';
  starts = 0;
  readonly #config: z.output<typeof shape>;
  readonly #machine: Machine;
  readonly #all = new Set<Instance>();
  #idle: Instance[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(made: CloudResource, machine: Machine) {
    this.#config = shape.parse(made.properties);
    this.#machine = machine;
    this.name = this.#config.FunctionName;
    this.folder = machine.folder;
    this.arn = made.arn;
    this.roleArn = this.#config.Role;
    this.accessKey = accessKeyOf(this.roleArn);
  }

  /** What Lambda sets beside the template's variables. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
  #environment(): Record<string, string> {
    return {
      ...this.#config.Environment.Variables,
      _HANDLER: this.#config.Handler,
      LAMBDA_TASK_ROOT: this.#machine.folder,
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_LAMBDA_FUNCTION_NAME: this.name,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_ACCESS_KEY_ID: this.accessKey,
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: this.roleArn,
      TZ: ':UTC',
    };
  }

  #start(): Instance {
    const { folder, runtime, network } = this.#machine;
    this.starts++;
    const child = fork(runtime, [network, String(this.#machine.offsetMs())], {
      cwd: folder,
      env: this.#environment(),
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const instance: Instance = {
      child,
      ended: once(child, 'close'),
      ready: once(child, 'message'),
      onMessage: () => {},
    };
    child.on('message', (raw) => instance.onMessage(message.parse(raw)));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.log += chunk;
      });
    this.#all.add(instance);
    void instance.ended.then(() => {
      this.#all.delete(instance);
      this.#idle = this.#idle.filter((one) => one !== instance);
    });
    return instance;
  }

  /** Runs the handler on one event, in an idle process or a new one. */
  async invoke(event: unknown): Promise<unknown> {
    if (this.#busy === MAX_CONCURRENCY) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
    try {
      return await this.#run(event);
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  async #run(event: unknown): Promise<unknown> {
    const instance = this.#idle.pop() ?? this.#start();
    const requestId = randomUUID();
    // Starting does not count towards the time-out.
    await Promise.race([instance.ready, instance.ended]);
    const answered = new Promise<Message>((resolve) => {
      instance.onMessage = resolve;
    });
    const timeout = setTimeout(() => instance.child.kill('SIGKILL'), this.#config.Timeout * 1000);
    try {
      if (instance.child.connected) instance.child.send({ requestId, event });
      const said = await Promise.race([answered, instance.ended.then(() => undefined)]);
      if (!said) throw new FunctionError(`${this.name} ended in the middle of its work`);
      this.#idle.push(instance);
      if (!('answer' in said)) throw new FunctionError(`${this.name}: ${JSON.stringify(said)}`);
      return JSON.parse(said.answer);
    } finally {
      clearTimeout(timeout);
    }
  }

  /** Tells its processes that the clock was moved. */
  sendClock(): void {
    for (const { child } of this.#all) if (child.connected) child.send({ offsetMs: this.#machine.offsetMs() });
  }

  /** Ends all its processes at once, whatever they are doing: the next event meets a cold start. */
  async kill(): Promise<void> {
    const all = [...this.#all];
    for (const { child } of all) child.kill('SIGKILL');
    await Promise.all(all.map(({ ended }) => ended));
  }
}
