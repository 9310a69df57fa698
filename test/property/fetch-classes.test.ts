// The bundles' Headers, Request and Response do what Node's own do: the same things are done to both, and what comes of them compared.
import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as lean from '../../functions/platform/lean/fetch-classes.ts';

type Classes = Pick<typeof globalThis, 'Headers' | 'Request' | 'Response'>;
const CLASSES: readonly Classes[] = [{ Headers, Request, Response }, lean as unknown as Classes];

const RUNS = 2000;

/** A value, or the name of what was thrown: sentences differ. */
async function outcome(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    return { threw: error instanceof Error ? error.constructor.name : String(error) };
  }
}

async function expectSame(run: (classes: Classes) => Promise<unknown>): Promise<void> {
  const [own, stoodIn] = await Promise.all(CLASSES.map(run));
  expect(stoodIn).toEqual(own);
}

const name = fc.oneof(
  { weight: 8, arbitrary: fc.mixedCase(fc.constantFrom('a', 'x-b', 'content-type', 'cookie', 'set-cookie')) },
  { weight: 1, arbitrary: fc.constantFrom('', 'a b', 'a:', 'é', "~!#$%&'*+.^_`|0", '__proto__', 'constructor') },
  { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '1', 'b, c', 'text/html', ' \t a \r\n') },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', '\0', '\x7f', '\xa0', 'é', '€', '😀'),
      maxLength: 4,
    }),
  },
);
const pair = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(name, value) },
  { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
);
const headersInit = fc.oneof(
  fc.constantFrom(undefined, {}, []),
  fc.array(pair, { maxLength: 4 }),
  // Node's own loses a header __proto__.
  fc.dictionary(
    name.filter((one) => one !== '__proto__'),
    value,
    { maxKeys: 4 },
  ),
  fc.constant(null),
);

type HeadersStep = readonly ['get' | 'has' | 'delete' | 'getSetCookie' | 'set' | 'append' | 'list', string, string];
const headersStep: fc.Arbitrary<HeadersStep> = fc.tuple(
  fc.constantFrom('get', 'has', 'delete', 'getSetCookie', 'set', 'append', 'list'),
  name,
  value,
);

const list = (headers: Headers) => {
  const visited: unknown[] = [];
  headers.forEach((value, name, all) => {
    visited.push([value, name, all === headers]);
  });
  return [[...headers], [...headers.entries()], [...headers.keys()], [...headers.values()], visited];
};

describe('headers', () => {
  test('of any kind, changed and asked in any way', async () => {
    await fc.assert(
      fc.asyncProperty(headersInit, fc.array(headersStep, { maxLength: 8 }), async (init, steps) => {
        await expectSame(async ({ Headers }) => {
          const made = await outcome(() => new Headers(init as ConstructorParameters<typeof Headers>[0]));
          if (!(made instanceof Headers)) return made;
          const seen: unknown[] = [list(made), list(new Headers(made))];
          for (const [step, ...given] of steps)
            seen.push(
              await outcome(() =>
                step === 'list' ? list(made) : (made[step] as (...given: unknown[]) => unknown)(...given),
              ),
            );
          return [...seen, list(made)];
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('that change while they are gone through', async () => {
    await expectSame(async ({ Headers }) => {
      const headers = new Headers({ b: '1', d: '2', f: '3' });
      const seen: string[] = [];
      for (const [name] of headers) {
        seen.push(name);
        if (name === 'b') headers.set('c', 'new');
        if (name === 'd') headers.delete('f');
      }
      return seen;
    });
  });
});

type BodyKind =
  | 'string'
  | 'String'
  | 'bytes'
  | 'part'
  | 'buffer'
  | 'words'
  | 'stream'
  | 'read stream'
  | 'stream of text'
  | 'failing';
interface BodyPlan {
  readonly kind: BodyKind;
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const text = fc.oneof(
  fc.constantFrom('', '{"a":[1,"é"]}', 'null', '{', '\uFEFF{"a":1}', '😀', '\ud800', 'a\0b'),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 6 }),
  fc.constantFrom([0xef, 0xbb, 0xbf, 0x7b, 0x7d], [0xff, 0x22], []).map((some) => Uint8Array.from(some)),
);
const plan: fc.Arbitrary<BodyPlan | null | undefined> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'string',
        'String',
        'bytes',
        'part',
        'buffer',
        'words',
        'stream',
        'read stream',
        'stream of text',
        'failing',
      ),
      text,
      bytes: bytes as fc.Arbitrary<Uint8Array<ArrayBuffer>>,
    }),
  },
);

/** Made anew for each of both: a stream can be read once. */
function bodyOf(planned: BodyPlan | null | undefined): ConstructorParameters<typeof Response>[0] {
  if (!planned) return planned;
  const { kind, text, bytes } = planned;
  const streamOf = (chunks: unknown[], fails = false) =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        if (fails) controller.error(new Error('broken off'));
        else controller.close();
      },
    });
  switch (kind) {
    case 'string':
      return text;
    case 'String':
      return new String(text) as string;
    case 'bytes':
      return bytes.slice();
    case 'part':
      return bytes.slice().subarray(1, 3);
    case 'buffer':
      return bytes.slice().buffer;
    case 'words':
      return new Uint16Array([...bytes]);
    case 'stream':
      return streamOf([bytes.slice(0, 2), bytes.slice(2), new Uint8Array()]);
    case 'read stream': {
      const stream = streamOf([bytes]);
      stream.getReader().releaseLock();
      const reader = stream.getReader();
      reader.read();
      if (text.length % 2 === 0) reader.releaseLock();
      return stream;
    }
    case 'stream of text':
      return streamOf([text]);
    case 'failing':
      return streamOf([bytes], true);
  }
}

const STEPS = [
  'text',
  'json',
  'arrayBuffer',
  'bytes',
  'clone',
  'again',
  'lock',
  'read',
  'cancel',
  'look',
  'change',
] as const;
type Step = readonly [step: (typeof STEPS)[number], of: number];
const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...STEPS), fc.nat());

type Message = Request | Response;

const look = (message: Message) => {
  const { body } = message;
  return {
    ...('url' in message && 'method' in message ? { url: message.url, method: message.method } : {}),
    ...('status' in message ? { status: message.status, statusText: message.statusText, ok: message.ok } : {}),
    // Node’s own trims joined values once more in some copies and not in others.
    headers: [...message.headers].map(([name, value]) => [name, value.trim()]),
    // A body that was handed on is locked for as long as Node takes to hand it on.
    body: body === null ? null : { locked: message.bodyUsed || body.locked, same: body === message.body },
    used: message.bodyUsed,
  };
};

const handedOn = new WeakSet<Message>();

async function doTo(messages: Message[], again: (message: Message) => Message, [step, of]: Step): Promise<unknown> {
  const message = messages[of % messages.length] as Message;
  // A body that was handed on stays locked here; Node unlocks it some time later, when there is nothing left to read.
  if (handedOn.has(message) && ['lock', 'read', 'cancel'].includes(step)) return 'not compared';
  switch (step) {
    case 'text':
    case 'json':
      return message[step]();
    case 'arrayBuffer':
      return [...new Uint8Array(await message.arrayBuffer())];
    case 'bytes':
      return [...(await message.bytes())];
    case 'clone':
      return messages.push(message.clone());
    case 'again': {
      const count = messages.push(again(message));
      if ('method' in message && message.bodyUsed) handedOn.add(message);
      return count;
    }
    case 'lock':
      return message.body?.getReader() !== undefined;
    case 'read': {
      const reader = message.body?.getReader();
      const read = await reader?.read();
      reader?.releaseLock();
      return read?.value === undefined ? read : [...read.value];
    }
    case 'cancel':
      // A copy's stream waits for the other's; whether that may be cancelled is known at once.
      return Promise.race([message.body?.cancel(), setImmediate()]);
    case 'look':
      return look(message);
    case 'change':
      message.headers.set('x-b', 'changed');
      return look(message);
  }
}

/** Whatever is made, done and seen, in order. */
async function story(make: () => Message, again: (message: Message) => Message, steps: readonly Step[]) {
  const first = await outcome(make);
  // Where several things are wrong, which is found first does not matter.
  if (typeof first !== 'object' || first === null || !('headers' in first)) return 'threw';
  const messages = [first as Message];
  const seen: unknown[] = [look(first as Message)];
  for (const each of steps) seen.push(await outcome(() => doTo(messages, again, each)));
  return [...seen, ...(await Promise.all(messages.map((message) => outcome(() => look(message)))))];
}

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(undefined, 'GET', 'POST', 'post', 'Put', 'head', 'DELETE', 'options') },
  { weight: 1, arbitrary: fc.constantFrom('PATCH', 'mine', 'TRACE', 'connect', 'Track', '', 'a b', 'é') },
);
const address = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('https://kitty.example/v1/pools?q=%C3%A9+x#part', 'http://localhost') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/relative', '', 'https://user:secret@kitty.example/', 'https://é.example/a b/../c'),
  },
);
const requestInit = fc.record(
  {
    method,
    headers: headersInit.filter((init) => init !== null),
    body: plan,
    duplex: fc.constantFrom(undefined, 'half' as const),
  },
  { requiredKeys: [] },
);
type RequestPlan = Omit<RequestInit, 'body'> & { readonly body?: BodyPlan | null | undefined };
const initOf = (init: object): RequestInit => {
  const { body, ...rest } = init as RequestPlan;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...('body' in init ? { body: bodyOf(body) ?? null } : {}) };
};

describe('requests', () => {
  test('made, copied, made again with changes, and read in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        address,
        requestInit,
        requestInit,
        fc.array(step, { maxLength: 6 }),
        async (url, init, more, steps) => {
          await expectSame(({ Request }) =>
            story(
              () => new Request(url, initOf(init)),
              (message) => new Request(message as Request, initOf(more)),
              steps,
            ),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});

const status = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(undefined, 200, 201, 204, 205, 304, 401, 503, 599) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 700 }) },
);
const statusText = fc.constantFrom(undefined, '', 'OK', 'é', '€', 'a\nb', 'tab\t');
const responseInit = fc.record(
  { status, statusText, headers: headersInit.filter((init) => init !== null) },
  { requiredKeys: [] },
);
const answerOf = (init: object): ResponseInit =>
  Object.fromEntries(Object.entries(init).filter(([, value]) => value !== undefined));

describe('answers', () => {
  test('made, copied, made again of their bodies, and read in any order', async () => {
    await fc.assert(
      fc.asyncProperty(plan, responseInit, fc.array(step, { maxLength: 6 }), async (body, init, steps) => {
        await expectSame(({ Response }) =>
          story(
            () => new Response(bodyOf(body), answerOf(init)),
            (message) => new Response(message.body, message as Response),
            steps,
          ),
        );
      }),
      { numRuns: RUNS },
    );
  });

  test('of bytes that change after they were handed in', async () => {
    for (const view of [false, true])
      await expectSame(async ({ Response }) => {
        const buffer = new ArrayBuffer(2);
        const answer = new Response(view ? new Uint8Array(buffer) : buffer);
        new Uint8Array(buffer)[0] = 1;
        return [...(await answer.bytes())];
      });
  });

  test('of every status, with a body and without', async () => {
    for (let status = 0; status < 700; status++)
      for (const body of [null, 'a'])
        await expectSame(({ Response }) => outcome(() => new Response(body, { status }).status));
  });

  test('of JSON', async () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(undefined, () => 1, 1n),
    );
    await fc.assert(
      fc.asyncProperty(json, responseInit, fc.array(step, { maxLength: 3 }), async (value, init, steps) => {
        await expectSame(({ Response }) =>
          story(
            () => Response.json(value, answerOf(init)),
            (message) => new Response(message.body, message as Response),
            steps,
          ),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what is left out throws', () => {
  const request = new lean.Request('https://kitty.example/', { method: 'POST', body: 'a' });
  const response = new lean.Response('a');
  const post = { method: 'POST' };
  test.each<[string, () => unknown]>([
    ...(
      [
        'cache',
        'credentials',
        'destination',
        'integrity',
        'keepalive',
        'mode',
        'redirect',
        'referrer',
        'signal',
      ] as const
    ).map((name): [string, () => unknown] => [`Request.${name}`, () => request[name]]),
    ...(['redirected', 'type', 'url'] as const).map((name): [string, () => unknown] => [
      `Response.${name}`,
      () => response[name],
    ]),
    ['Response.redirect', () => lean.Response.redirect()],
    ['Response.error', () => lean.Response.error()],
    ['an init with a signal', () => new lean.Request('https://a.example', { signal: AbortSignal.abort() } as object)],
    ['an init with redirect', () => new lean.Request('https://a.example', { redirect: 'manual' } as object)],
    ['blob', () => response.blob()],
    ['formData', () => request.formData()],
    ...[new Blob(['a']), new FormData(), new URLSearchParams('a=b'), 7, { a: 1 }].map(
      (body): [string, () => unknown] => [
        `a body that is ${Object.prototype.toString.call(body)}`,
        () => new lean.Request('https://a.example', { ...post, body: body as never }),
      ],
    ),
  ])('%s', async (_, act) => {
    await expect((async () => act())()).rejects.toThrow('is left out of this bundle');
  });
});
