// When notices are sent, what they say, and how GOV.UK Notify and Amazon SES are called.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTICE_KINDS, type Notice } from '../../functions/notices/notices.state.ts';
import { dayAndTime, messageTextOf } from '../../functions/notices/notices.words.ts';
import { notifySender, notifyToken } from '../../functions/notices/notify.ts';
import { isDueBefore, isTooOld, nextDigest, quietUntil } from '../../functions/notices/sending.rules.ts';
import { sesSender } from '../../functions/notices/ses.ts';

const notice: Notice = {
  journal: 'POOL#pool',
  cause: '7',
  kind: 'decide',
  as: 'member',
  about: 'x',
  session: 2,
  when: '2026-06-16T09:00:00.000Z',
  at: '2026-06-09T09:00:00.000Z',
};

describe('time', () => {
  test('no text message is sent from nine in the evening until eight in the morning, in London, in summer and winter', () => {
    expect(quietUntil('2026-06-01T06:59:59.999Z')).toBe('2026-06-01T07:00:00.000Z');
    expect(quietUntil('2026-06-01T07:00:00.000Z')).toBeUndefined();
    expect(quietUntil('2026-06-01T19:59:59.999Z')).toBeUndefined();
    expect(quietUntil('2026-06-01T20:00:00.000Z')).toBe('2026-06-02T07:00:00.000Z');
    expect(quietUntil('2026-06-01T23:30:00.000Z')).toBe('2026-06-02T07:00:00.000Z');
    expect(quietUntil('2026-12-01T20:59:00.000Z')).toBeUndefined();
    expect(quietUntil('2026-12-01T21:00:00.000Z')).toBe('2026-12-02T08:00:00.000Z');
  });

  test('a digest is sent at five; a notice that would be too late by then does not wait for it', () => {
    expect(nextDigest('2026-06-01T15:59:00.000Z')).toBe('2026-06-01T16:00:00.000Z');
    expect(nextDigest('2026-06-01T16:00:00.000Z')).toBe('2026-06-02T16:00:00.000Z');
    expect(isDueBefore(notice, '2026-06-16T08:00:00.000Z')).toBe(false);
    expect(isDueBefore(notice, '2026-06-16T16:00:00.000Z')).toBe(true);
  });

  test('after two days a notice is too old', () => {
    expect(isTooOld('2026-06-01T09:00:00.000Z', '2026-06-03T08:00:00.000Z')).toBe(false);
    expect(isTooOld('2026-06-01T09:00:00.000Z', '2026-06-03T10:00:00.000Z')).toBe(true);
  });
});

describe('words', () => {
  const NOT_AGREED = ['votes', 'too-few-people', 'too-late', 'money'];
  const STANDING = ['part-paid', 'missed', 'stopped'];
  const names = { pool: 'Tuesday dancers', titles: { x: 'Dance class' } };

  test.each(NOTICE_KINDS)('of %s are short, plain and complete, and link somewhere', (kind) => {
    for (const as of ['member', 'owner'] as const)
      for (const did of ['refused', 'home', 'limit', 'voted', 'forgotten', 'confirmed', ...NOT_AGREED, ...STANDING])
        for (const said of [
          messageTextOf({ ...notice, kind, as, did }, names),
          messageTextOf({ ...notice, kind, as, did }, { pool: '', titles: {} }),
        ]) {
          expect(said.subject.length).toBeLessThan(80);
          expect(said.text.split(/[.?!](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(3);
          expect(`${said.subject} ${said.text} ${said.link}`).not.toMatch(/undefined|\bclient\b|service user|£|\d{3,}/);
          expect(said.link).toMatch(/^\/[a-z-]+/);
        }
  });

  test('of something that is not going ahead say why, each reason in words of its own', () => {
    const texts = NOT_AGREED.map((did) => messageTextOf({ ...notice, kind: 'not-agreed', did }, names).text);
    expect(new Set(texts).size).toBe(NOT_AGREED.length);
    expect(texts[1]).toContain('too few people were coming');
    const old = messageTextOf({ ...notice, kind: 'not-agreed' }, names).text;
    expect(old).toMatch(/^“Dance class” is not going ahead in Tuesday dancers\. No money/);
  });

  test('of a standing contribution lead to the statement of the money that it is from', () => {
    const found = STANDING.map((did) =>
      messageTextOf({ ...notice, journal: 'ALLOC#a1', kind: 'standing-contribution', as: 'self', did }, names),
    );
    expect(found.map(({ link }) => link)).toEqual(STANDING.map(() => '/my-money/a1'));
    expect(new Set(found.map(({ subject }) => subject)).size).toBe(STANDING.length);
  });

  test('of a session say that a confirmation leaves the others a day to object', () => {
    const said = (did?: string) => messageTextOf({ ...notice, kind: 'session-to-confirm', did }, names).text;
    expect(said()).toContain('sooner if somebody who came confirms it');
    expect(said('confirmed')).toContain('Somebody who came has confirmed session 2');
    expect(said('confirmed')).toContain('by Tuesday 16 June at 10:00 if something was wrong');
  });

  test('name a day and a time of London', () => {
    expect(dayAndTime('2026-06-16T09:00:00.000Z')).toBe('Tuesday 16 June at 10:00');
    expect(dayAndTime('2026-12-01T00:00:00.000Z')).toBe('Tuesday 1 December at 00:00');
  });
});

const message = { id: 'm1', subject: 'Hello', text: 'Some words.', link: '/pools/x', kinds: ['decide' as const] };
const rosa = { by: 'email', name: 'Rosa', address: 'rosa@example.org' } as const;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A stand-in for an API that answers with a status and records what it was sent. */
async function standIn(status: number, answerHeaders: Readonly<Record<string, string>> = {}) {
  const given: { url: string | undefined; headers: IncomingHttpHeaders; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    given.push({ url: request.url, headers: request.headers, body: JSON.parse(text) });
    response.writeHead(status, { 'content-type': 'application/json', ...answerHeaders }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { given, at: `http://127.0.0.1:${port}` };
}

describe('GOV.UK Notify', () => {
  const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
  const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
  const KEY = `test-key-${SERVICE}-${SECRET}`;

  async function api(status: number, key = async () => KEY) {
    const { given, at } = await standIn(status);
    const templates = { emailTemplate: 'e', textTemplate: 't' };
    return { given, sender: notifySender({ key, ...templates, web: 'https://kitty.example', api: at }) };
  }

  test('gets a token of the service, signed with the secret part of the key', () => {
    const [head = '', claims = '', signature] = notifyToken(KEY, 1_700_000_000_999).split('.');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ iss: SERVICE, iat: 1_700_000_000 });
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url'));
  });

  test('gets an email or a text message with the text, the address and a complete link', async () => {
    const { sender, given } = await api(201);
    expect(await sender.send(message, rosa)).toBe('sent');
    expect(await sender.send(message, { by: 'text', name: 'Rosa', address: '07700 900123' })).toBe('sent');
    expect(given).toMatchObject([
      {
        url: '/v2/notifications/email',
        body: {
          email_address: 'rosa@example.org',
          template_id: 'e',
          personalisation: {
            subject: 'Hello',
            name: 'Rosa',
            body: 'Some words.\n\nhttps://kitty.example/pools/x\n\nChange how we tell you things: https://kitty.example/how-we-tell-you',
          },
          reference: 'm1',
        },
      },
      {
        url: '/v2/notifications/sms',
        body: {
          phone_number: '07700 900123',
          template_id: 't',
          personalisation: { body: 'Some words. https://kitty.example/pools/x' },
        },
      },
    ]);
    expect(given[0]?.headers.authorization).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test('that refuses a message is called later or never again; when it may have accepted it, the outcome is unknown; no address is logged', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const [status, answer] of [
      [400, 'never'],
      [403, 'later'],
      [429, 'later'],
      [500, 'later'],
    ] as const)
      expect([status, await (await api(status)).sender.send(message, rosa)]).toEqual([status, answer]);
    await expect((await api(504)).sender.send(message, rosa)).rejects.toThrow('504');
    expect(logged).toHaveBeenCalled();
    expect(JSON.stringify(logged.mock.calls)).not.toContain('rosa@');
    logged.mockRestore();
  });

  test('is not called while its key cannot be read; the message waits', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { sender, given } = await api(201, async () => {
      throw new Error('the secret could not be read: 400');
    });
    expect(await sender.send(message, rosa)).toBe('later');
    expect(given).toEqual([]);
    expect(JSON.stringify(logged.mock.calls)).toContain('the secret could not be read: 400');
    logged.mockRestore();
  });
});

describe('Amazon SES', () => {
  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'session');
  });
  afterEach(() => vi.unstubAllEnvs());

  async function api(status: number, kind?: string) {
    const { given, at } = await standIn(status, kind === undefined ? {} : { 'x-amzn-errortype': kind });
    const settings = { from: 'kitty@council.example', region: 'eu-west-2', web: 'https://kitty.example', endpoint: at };
    return { given, sender: sesSender(settings) };
  }

  test('gets an email as plain text with the text, the name and a complete link, signed with the role’s credentials', async () => {
    const { sender, given } = await api(200);
    expect(await sender.send(message, rosa)).toBe('sent');
    expect(given).toMatchObject([
      {
        url: '/v2/email/outbound-emails',
        headers: {
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-2\/ses\/aws4_request, SignedHeaders=content-type;host;/,
          ),
          'x-amz-security-token': 'session',
          'content-type': 'application/json',
        },
        body: {
          FromEmailAddress: 'kitty@council.example',
          Destination: { ToAddresses: ['rosa@example.org'] },
          Content: {
            Simple: {
              Subject: { Data: 'Hello', Charset: 'UTF-8' },
              Body: {
                Text: {
                  Data: expect.stringMatching(/^Hello Rosa,\n\nSome words\.\n\nhttps:\/\/kitty\.example\/pools\/x\n/),
                  Charset: 'UTF-8',
                },
              },
            },
          },
          EmailTags: [{ Name: 'message', Value: 'm1' }],
        },
      },
    ]);
  });

  test('is never sent a text message', async () => {
    const { sender, given } = await api(200);
    expect(await sender.send(message, { by: 'text', name: 'Rosa', address: '07700 900123' })).toBe('never');
    expect(given).toEqual([]);
  });

  test('that refuses a message is called later or never again; when it may have accepted it, the outcome is unknown; no address is logged', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const [status, kind, answer] of [
      [400, 'BadRequestException', 'never'],
      [400, 'BadRequestException:http://internal.amazon.com/coral/', 'never'],
      // The sandbox, an address or domain of the sender's that is not verified, an account that may not send just now.
      [400, 'MessageRejected', 'later'],
      [400, 'MailFromDomainNotVerifiedException', 'later'],
      [400, 'SendingPausedException', 'later'],
      [403, 'AccessDeniedException', 'later'],
      [404, 'NotFoundException', 'later'],
      [429, 'TooManyRequestsException', 'later'],
    ] as const)
      expect([status, kind, await (await api(status, kind)).sender.send(message, rosa)]).toEqual([
        status,
        kind,
        answer,
      ]);
    for (const status of [500, 503, 504])
      await expect((await api(status)).sender.send(message, rosa)).rejects.toThrow(String(status));
    expect(logged).toHaveBeenCalled();
    expect(JSON.stringify(logged.mock.calls)).not.toContain('rosa@');
    logged.mockRestore();
  });
});
