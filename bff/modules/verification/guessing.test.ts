import { beforeEach, describe, expect, test } from '@jest/globals';
import { verificationEndpoints as endpoints } from '../../contract/verification/endpoints.ts';
import { kv } from '../../platform/kv/kv.ts';
import { useApi, type Answer } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { routes } from '../../app.ts';
import type { Certificate } from '../certificates/model.ts';
import { findByNumberAndCode } from './find-document.ts';

useOffice();
const api = useApi();

/** As the limit says in verify-certificate.ts. */
const GUESSES = 30;
const FILES = 300;

/** What was counted so far: every caller of these tests has one address. */
async function forget(): Promise<void> {
  for (const name of ['verify', 'verify-file']) await kv.delete(`rate:${name}:127.0.0.1`);
  await kv.delete(`rate:verify-copy ${certificate?.number}:127.0.0.1`);
}

let certificate: Certificate;
beforeEach(async () => {
  await forget();
  certificate ??= await issue(await memberActor({ firmId: (await makeFirm()).id }));
});

const byToken = (token: string) => api.call(endpoints.verifyToken, { params: { token } });
const byNumber = (number: string, code: string) => api.call(endpoints.verifyNumber, { body: { number, code } });
const byCopy = (serial: string) => api.call(endpoints.verifyCopy, { body: { number: certificate.number, serial } });
const byFile = (sha256: string) => api.call(endpoints.verifyFile, { body: { sha256 } });

/** Everything of an answer that somebody could compare, but the request's own id and the time. */
const comparable = ({ status, bytes, headers }: Answer) => {
  const told = [...headers].filter(([name]) => !['x-request-id', 'date', 'etag'].includes(name));
  return { status, body: bytes.toString(), told };
};

describe('numbers can be counted up, and nobody learns which exist', () => {
  test('a right number with a wrong code is answered like a number that does not exist', async () => {
    const { number, code } = certificate;
    const wrong = code.replace(/.$/, (last) => (last === '0' ? '2' : '0'));
    const unknown = comparable(await byNumber('2611229999999', wrong));
    expect(unknown).toMatchObject({ status: 200, body: '{"answer":"unknown"}' });
    for (const guess of [wrong, code.slice(0, -1), `${code}0`, code.slice(1), 'A', '０'.repeat(16), '𠮷'.repeat(16)]) {
      expect(comparable(await byNumber(number, guess))).toEqual(unknown);
    }
  });

  test('it costs the same look and the same comparison', async () => {
    // Measured where the work is done: medians of many, alternating, so that a busy machine slows both alike.
    const times = { exists: [] as number[], not: [] as number[] };
    for (let n = 0; n < 400; n++) {
      const kind = n % 2 === 0 ? 'exists' : 'not';
      const started = performance.now();
      await findByNumberAndCode(kind === 'exists' ? certificate.number : '2611229999999', '0'.repeat(16));
      times[kind].push(performance.now() - started);
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
    const [exists, not] = [median(times.exists), median(times.not)];
    // Far below what a network lets anybody see.
    expect(Math.abs(exists - not)).toBeLessThan(1);
  });

  test('no public route takes a number alone, or an id', () => {
    const open = routes.filter(({ endpoint }) => endpoint.access === 'public').map(({ endpoint }) => endpoint.path);
    expect(open.sort()).toEqual(
      [
        '/activation',
        '/activation/text',
        // By an address of 128 random bits, read as openly as it is shared.
        '/calendars/:name',
        // By the token of a device of the door.
        '/door/roster',
        '/door/scans',
        // 抽签: by a random code, which members pass on.
        '/draws/:code',
        '/faq',
        '/help/codes',
        '/help/requests',
        '/mail-stops',
        '/mail-stops/state',
        '/office-hours',
        '/password-reset',
        '/password-reset/code',
        '/session',
        '/settings/public',
        '/shared',
        '/shared/certificate.pdf',
        '/signing-certificates',
        '/staff/session',
        '/verify/:token',
        '/verify/copy',
        '/verify/file',
        '/verify/number',
        // Of whoever comes from the association's own site: a secret of the browser, then a ticket.
        '/session/oidc',
        '/session/oidc/authorisation',
        '/session/oidc/binding',
        '/session/oidc/identity',
        '/session/wechat',
        '/session/wechat/authorisation',
        '/session/wechat/binding',
        '/wechat/mini-program-links',
        '/wechat/page-signatures',
      ].sort(),
    );
  });

  test.each([
    ['a number', () => certificate.number],
    ['an id', () => String(certificate.id)],
    ['a code', () => certificate.code],
    ['half a token', () => certificate.token.slice(0, 11)],
    ['a token in capitals', () => certificate.token.toUpperCase()],
    ['a wild card', () => '%'],
    ['an injection', () => "' OR '1'='1"],
    ['a long text', () => 'x'.repeat(64)],
  ])('%s is no link', async (_what, token) => {
    expect((await byToken(token())).json).toEqual({ answer: 'unknown' });
  });

  test('tokens are 128 random bits, codes 80', () => {
    expect(Buffer.from(certificate.token, 'base64url')).toHaveLength(16);
    expect(certificate.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });
});

describe('asking in vain ends', () => {
  test.each<[string, () => Promise<Answer>]>([
    ['links', () => byToken('AAAAAAAAAAAAAAAAAAAAAA')],
    ['codes', () => byNumber(certificate.number, '0'.repeat(16))],
  ])('after %s', async (_what, guess) => {
    for (let n = 0; n < GUESSES; n++) expect((await guess()).status).toBe(200);
    const answer = await guess();
    expect(answer.status).toBe(429);
    expect(answer.json.error).toMatchObject({ code: 'too_many_requests' });
    expect(answer.json.error?.message).toContain('正确的二维码、编号和核验码、原件不受影响');
  });

  test('a digest is no guess: scans have more room, and an end as well', async () => {
    for (let n = 0; n < FILES; n++) expect((await byFile('0'.repeat(64))).status).toBe(200);
    expect((await byFile('0'.repeat(64))).status).toBe(429);
    expect((await byToken('AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(200);
  });

  test('a bank is one address: what is right is answered, however often a colleague was wrong', async () => {
    for (let n = 0; n < GUESSES + 5; n++) await byNumber(certificate.number, '0'.repeat(16));
    expect((await byToken('A'.repeat(22))).status).toBe(429);
    const right = { answer: 'authentic', certificate: { number: certificate.number } };
    expect((await byToken(certificate.token)).json).toMatchObject(right);
    expect((await byNumber(certificate.number, certificate.code)).json).toMatchObject(right);
    expect((await byFile(certificate.sha256 ?? '')).json).toMatchObject(right);
  });

  test('serials are few enough to be found: counted before they are judged, for this certificate alone', async () => {
    const serial = `${certificate.number}-01-00000000`;
    for (let n = 0; n < GUESSES; n++) expect((await byCopy(serial)).status).toBe(200);
    expect((await byCopy(serial)).status).toBe(429);
    const other = { number: '2611229999999', serial };
    expect((await api.call(endpoints.verifyCopy, { body: other })).status).toBe(200);
    expect((await byToken(certificate.token)).status).toBe(200);
  });

  test('an address that is only claimed does not count', async () => {
    const params = { token: 'AAAAAAAAAAAAAAAAAAAAAA' };
    const from = (address: string) =>
      api.call(endpoints.verifyToken, { params, headers: { 'x-forwarded-for': address, 'x-real-ip': address } });
    for (let n = 0; n < GUESSES; n++) await from(`203.0.113.${n}`);
    expect((await from('203.0.113.200')).status).toBe(429);
  });

  test('a house full of people who verify at once is answered, all of them', async () => {
    const answers = await Promise.all(Array.from({ length: 4 * GUESSES }, () => byToken(certificate.token)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test('control: without the count everything would be answered', async () => {
    for (let n = 0; n < GUESSES + 5; n++) {
      expect((await byToken('AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(200);
      await forget();
    }
  });

  test('all guesses at once get no further than the limit', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => byNumber(certificate.number, '1'.repeat(16))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(GUESSES);
  });
});
