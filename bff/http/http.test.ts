import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createApp } from '../app.ts';
import { certificateEndpoints } from '../contract/certificates/endpoints.ts';
import { env } from '../env.ts';
import { installShippedTypes } from '../modules/certificates/types/install-types.ts';
import { Application } from '../modules/certificates/model.ts';
import '../models.ts';
import { memberToken, useApi } from '../test/api.ts';
import { newKey } from '../test/factories/certificate.ts';
import { useDatabase } from '../test/database.ts';
import { makeFirm } from '../test/factories/registry.ts';
import { MAX_DEPTH } from './read-json.ts';

useDatabase();
const api = useApi();
let token = '';
beforeAll(async () => {
  await installShippedTypes();
  token = await memberToken({ firmId: (await makeFirm()).id });
});

const form = () =>
  JSON.stringify({ idempotencyKey: newKey(), type: 'firm-clean', email: 'a@example.com', since: '2022-01-01' });
const json = { 'content-type': 'application/json' };
const post = (body: Body, headers: Record<string, string> = json) =>
  api.fetch('/api/applications', { method: 'POST', body, headers: { authorization: `Bearer ${token}`, ...headers } });

type Body = string | Uint8Array<ArrayBuffer>;
const bytes = (packed: Buffer) => new Uint8Array(packed);
const cutShort = (packed: Buffer) => bytes(packed.subarray(0, -9));
const changed = (packed: Buffer) => bytes(packed).fill(0xff, packed.length / 2, packed.length / 2 + 4);

describe('a body that is none', () => {
  test.each<[string, Body, Record<string, string>, number]>([
    ['malformed JSON', '{"type":', json, 400],
    ['a JSON string', '"firm-clean"', json, 400],
    ['a JSON list', '[]', json, 422],
    ['nothing', '', json, 422],
    ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), json, 422],
    ['more than 256 KB', JSON.stringify({ purpose: 'x'.repeat(300_000) }), json, 413],
    ['a form', 'type=firm-clean', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['plain text', form(), { 'content-type': 'text/plain' }, 400],
    ['XML', '<type>firm-clean</type>', { 'content-type': 'application/xml' }, 400],
    ['JSON said to be packed', form(), { ...json, 'content-encoding': 'gzip' }, 400],
    ['JSON said to be packed as Brotli', form(), { ...json, 'content-encoding': 'br' }, 400],
    ['JSON packed in a way unheard of', form(), { ...json, 'content-encoding': 'lzma' }, 400],
    ['gzip that breaks off', cutShort(gzipSync(form())), { ...json, 'content-encoding': 'gzip' }, 400],
    ['Brotli that breaks off', cutShort(brotliCompressSync(form())), { ...json, 'content-encoding': 'br' }, 400],
    ['gzip with a byte changed', changed(gzipSync(form())), { ...json, 'content-encoding': 'gzip' }, 400],
    ['Brotli with bytes changed', changed(brotliCompressSync(form())), { ...json, 'content-encoding': 'br' }, 400],
    [
      'a megabyte packed into a kilobyte',
      bytes(gzipSync(' '.repeat(1e6))),
      { ...json, 'content-encoding': 'gzip' },
      413,
    ],
  ])('%s', async (_what, body, headers, status) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.json.error?.message).toMatch(/[一-鿿]/);
    expect(await Application.count()).toBe(0);
  });

  test('thousands of fields that nobody knows are answered by a few', async () => {
    const many = Object.fromEntries(Array.from({ length: 12_000 }, (_, i) => [`k${i}`, 1]));
    const answer = await post(JSON.stringify(many));
    expect(answer.status).toBe(422);
    expect(answer.bytes.length).toBeLessThan(5_000);
  });

  test('a body where none is asked for', async () => {
    const answer = await api.fetch('/api/session', {
      method: 'DELETE',
      body: '{"all":true}',
      headers: { authorization: `Bearer ${token}`, ...json },
    });
    expect(answer.status).toBe(400);
  });
});

test.each(['gzip', 'br'])(
  'a long answer is packed for who takes %s, and not for who does not say so',
  async (packing) => {
    const packed = await api.fetch('/api/openapi.json', { headers: { 'accept-encoding': packing } });
    const plain = await api.fetch('/api/openapi.json');
    expect(packed.headers.get('content-encoding')).toBe(packing);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.json).toEqual(plain.json);
  },
);

describe('a body that nests', () => {
  const LIMIT = 250_000;
  test.each([
    ['lists that are never closed', '['.repeat(LIMIT)],
    ['lists', '['.repeat(LIMIT / 2) + ']'.repeat(LIMIT / 2)],
    ['objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
    ['one level too many, in a field', `{"type":${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}}`],
  ])('%s: refused in words, whoever asks what, before it costs anything', async (_what, body) => {
    for (const path of ['/api/applications', '/api/session', '/api/nothing']) {
      const started = performance.now();
      const answer = await api.fetch(path, { method: 'POST', body, headers: json });
      // Measured: 5 ms, most of it to send the body; parsed, 20 to 125 ms.
      expect(performance.now() - started).toBeLessThan(500);
      expect([answer.status, answer.json.error?.message]).toEqual([400, '请求内容的层次过多']);
    }
  });

  test('a megabyte of it is not even read', async () => {
    expect((await post('['.repeat(1_000_000))).status).toBe(413);
  });

  test('control: deep enough for every form, and brackets in words count for nothing', async () => {
    const deepest = `{"type":${'['.repeat(MAX_DEPTH - 1)}${']'.repeat(MAX_DEPTH - 1)}}`;
    expect((await post(deepest)).status).toBe(422);
    const words = JSON.stringify({ type: `\\"${'[{'.repeat(100)}"\\` });
    expect((await post(words)).status).toBe(422);
  });
});

test('that a visitor closed the page before its end prints no stack', () => {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  createApp().emit('error', Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }));
  expect(printed.mock.calls).toEqual([]);
  printed.mockRestore();
});

describe('where a request comes from', () => {
  const cookie = () => ({ cookie: `lz_member=${token}` });
  const ask = (headers: Record<string, string>) =>
    api.fetch('/api/applications/999999/withdrawal', { method: 'POST', headers });

  test.each<[string, () => Record<string, string>, number]>([
    ['our own page', () => ({ ...cookie(), origin: api.url }), 404],
    ['our public address', () => ({ ...cookie(), origin: new URL(env.PUBLIC_URL).origin }), 404],
    ['another site, with our cookie', () => ({ ...cookie(), origin: 'https://evil.example' }), 403],
    ['a sandboxed frame', () => ({ ...cookie(), origin: 'null' }), 403],
    ['our cookie without an origin', () => cookie(), 403],
    ['another port of this host', () => ({ ...cookie(), origin: 'http://127.0.0.1:1' }), 403],
    ['no browser, a bearer token', () => ({ authorization: `Bearer ${token}` }), 404],
    [
      'another site, with a bearer token',
      () => ({ authorization: `Bearer ${token}`, origin: 'https://evil.example' }),
      403,
    ],
  ])('%s', async (_what, headers, status) => {
    const answer = await ask(headers());
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.error?.code).toBe('bad_origin');
  });

  test('signing in from another site is refused, too', async () => {
    const answer = await api.fetch('/api/session', {
      method: 'POST',
      body: JSON.stringify({ login: 'x', password: 'y' }),
      headers: { ...json, origin: 'https://evil.example' },
    });
    expect(answer.json.error?.code).toBe('bad_origin');
  });
});

describe('paths that name nothing', () => {
  test.each(['/api', '/api/', '/api/nothing', '/api/applications/1/nothing', '/api/applications/', '/api/staff'])(
    '%s is JSON 404',
    async (path) => {
      const answer = await api.fetch(path, { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(404);
      expect(answer.json.error).toMatchObject({
        code: 'not_found',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      });
    },
  );

  test.each([
    '0',
    '-1',
    '1.5',
    '1e3',
    'abc',
    '%00',
    '%E0%A4%A',
    '9007199254740993',
    '99999999999999999999',
    '1%20',
    '..%2F1',
  ])('application %s', async (id) => {
    const answer = await api.fetch(`/api/applications/${id}`, { headers: { authorization: `Bearer ${token}` } });
    expect([400, 404]).toContain(answer.status);
    expect(answer.json.error?.code).toBeDefined();
  });

  test('another method', async () => {
    const answer = await api.fetch('/api/applications', {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(404);
  });
});

describe('queries', () => {
  test.each([
    ['an unknown one', { colour: 'red' }, 'colour'],
    ['a date that does not exist', { from: '2026-02-30' }, 'from'],
    ['an unknown state', { state: 'lost' }, 'state'],
    ['a limit of 0', { limit: '0' }, 'limit'],
    ['a limit of 501', { limit: '501' }, 'limit'],
    ['a limit that is none', { limit: 'all' }, 'limit'],
  ])('%s', async (_what, query, field) => {
    const answer = await api.call(certificateEndpoints.listApplications, { as: token, query });
    expect(answer.status).toBe(422);
    expect(answer.json.error?.fields).toEqual({ [field]: expect.stringMatching(/[一-鿿]/) as unknown });
  });

  test.each(['x', 'W10', Buffer.from('["a",1.5]').toString('base64url'), Buffer.from('[{},1]').toString('base64url')])(
    'cursor %s',
    async (cursor) => {
      const answer = await api.call(certificateEndpoints.listApplications, { as: token, query: { cursor } });
      expect(answer.status).toBe(400);
    },
  );

  test('one twice', async () => {
    const answer = await api.fetch('/api/applications?state=pending&state=decided', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(422);
  });
});

describe('every answer', () => {
  test.each(['/api/settings/public', '/api/nothing', '/healthz'])('%s carries the security headers', async (path) => {
    const { headers } = await api.fetch(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['/admin/door.html', true],
    ['/verify', true],
    ['/c/jyXfzvLe41bMsuHZLB9NBw', true],
    ['/', false],
    ['/admin/', false],
    ['/c/jyXfzvLe41bMsuHZLB9NBw/more', false],
  ])('%s may run what reads codes: %s', async (path, may) => {
    const policy = (await api.fetch(path)).headers.get('content-security-policy') ?? '';
    expect(policy.includes("script-src 'self' 'wasm-unsafe-eval';")).toBe(may);
  });

  test('of the API is kept by nobody', async () => {
    for (const path of ['/api/settings/public', '/api/session', '/api/nothing']) {
      expect((await api.fetch(path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});
