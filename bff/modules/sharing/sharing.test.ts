import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenedShareReply, ShareLinkReply } from '../../contract/endpoints/sharing.ts';
import { sharingEndpoints as endpoints } from '../../contract/endpoints/sharing.ts';
import { addDays, advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { kv } from '../../platform/kv/kv.ts';
import { memberToken, useApi, type Answer } from '../../test/api.ts';
import { fileOf, issue } from '../../test/certificate-factories.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../test/registry-factories.ts';
import { AuditEntry } from '../audit/model.ts';
import type { Certificate } from '../certificates/model.ts';
import { revokeCertificate } from '../certificates/revoke-certificate.ts';

useOffice();
const api = useApi();

const DAY_MS = 86_400_000;
/** As the limit says in open-share.ts. */
const GUESSES = 30;
const AGENT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1 Mobile MicroMessenger/8.0';

let certificate: Certificate;
let firmId = 0;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  certificate = await issue(await memberActor({ firmId }));
});
beforeEach(forgiveGuesses);
afterEach(releaseClock);

async function forgiveGuesses() {
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) await kv.delete(`rate:share:${address}`);
}

let visits = 0;
const newVisit = () => String(++visits).padStart(32, '0');
const shares = (answer: Answer) => answer.json as unknown as ShareLinkReply[];
const tokenOf = (share: { url: string | null }) => new URL(share.url ?? '').pathname.replace('/s/', '');

async function share(input: object = {}): Promise<ShareLinkReply> {
  const as = await memberToken({ firmId });
  const body = { recipient: '江海银行文华支行', ...input };
  const answer = await api.call(endpoints.createShare, { as, params: { id: certificate.applicationId }, body });
  expect(answer.status).toBe(200);
  return shares(answer)[0]!;
}
async function shown(id: number): Promise<ShareLinkReply> {
  const as = await memberToken({ firmId });
  const answer = await api.call(endpoints.listShares, { as, params: { id: certificate.applicationId } });
  return shares(answer).find((link) => link.id === id)!;
}
const open = (
  token: string,
  {
    visit = newVisit(),
    code,
    headers = { 'user-agent': AGENT },
  }: { visit?: string; code?: string; headers?: Record<string, string> } = {},
) => api.call(endpoints.openShare, { body: { token, visit, ...(code !== undefined && { code }) }, headers });
const stateOf = (answer: Answer) => (answer.json as unknown as OpenedShareReply).state;
const revoke = async (id: number) =>
  api.call(endpoints.revokeShare, {
    as: await memberToken({ firmId }),
    params: { id: certificate.applicationId, shareId: id },
  });

describe('a link', () => {
  test('of 128 bits opens the certificate for thirty days; its member sees when and with what', async () => {
    freezeClock('2026-11-22T10:00:00+08:00');
    const link = await share({ purpose: '贷款' });
    expect(Buffer.from(tokenOf(link), 'base64url')).toHaveLength(16);
    expect(link).toMatchObject({ expiresOn: addDays(clock.today(), 30), code: null, viewLimit: null, state: 'open' });
    const opened = await open(tokenOf(link));
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.json).toMatchObject({
      state: 'open',
      recipient: '江海银行文华支行',
      purpose: '贷款',
      mayDownload: false,
      verification: { answer: 'authentic', standing: 'valid', certificate: { number: certificate.number } },
    });
    for (const secret of [certificate.token, certificate.code, certificate.storageKey!, 'post@example.com']) {
      expect(opened.bytes.toString()).not.toContain(secret);
    }
    expect(await shown(link.id)).toMatchObject({
      views: 1,
      opened: [{ at: new Date(clock.now()).toISOString(), device: '微信' }],
    });
    const log = await AuditEntry.findOne({ where: { action: 'share.created' }, order: [['id', 'DESC']] });
    expect(log).toMatchObject({ target: certificate.number, detail: '江海银行文华支行' });
  });

  test('is kept as a hash and sealed: who reads the database cannot open it', async () => {
    const link = await share({ hasCode: true });
    const rows = await select<Record<string, unknown>>('SELECT * FROM share_links WHERE id = ?', [link.id]);
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(tokenOf(link));
    expect(kept).not.toContain(`"${link.code}"`);
    expect(JSON.stringify(await select('SELECT * FROM share_views', []))).not.toMatch(/127\.0\.0\.1|Mozilla/);
  });

  test.each<[string, (link: ShareLinkReply) => Promise<unknown>]>([
    ['revoked', (link) => revoke(link.id)],
    ['expired', () => Promise.resolve(advanceClock(31 * DAY_MS))],
    ['used_up', (link) => open(tokenOf(link))],
  ])('that is %s shows nothing but that', async (state, end) => {
    freezeClock(Date.now());
    const link = await share({ viewLimit: 1 });
    await end(link);
    const answer = await open(tokenOf(link));
    expect(answer.bytes.toString()).toBe(JSON.stringify({ state }));
    expect(await shown(link.id)).toMatchObject({ state, url: null, code: null });
  });

  test('lives through its last day in Shanghai', async () => {
    freezeClock('2026-11-22T10:00:00+08:00');
    const link = await share({ expiresOn: '2026-11-30' });
    freezeClock('2026-11-30T23:59:59.999+08:00');
    expect(stateOf(await open(tokenOf(link)))).toBe('open');
    freezeClock('2026-12-01T00:00:00+08:00');
    expect(stateOf(await open(tokenOf(link)))).toBe('expired');
  });

  test.each([
    ['a day in the past', { expiresOn: '2026-11-21' }, 'expiresOn'],
    ['more than a year', { expiresOn: '2027-11-23' }, 'expiresOn'],
    ['no recipient', { recipient: ' ' }, 'recipient'],
    ['no view at all', { viewLimit: 0 }, 'viewLimit'],
  ])('with %s is refused', async (_what, input, field) => {
    freezeClock('2026-11-22T10:00:00+08:00');
    const as = await memberToken({ firmId });
    const body = { recipient: '银行', ...input };
    const answer = await api.call(endpoints.createShare, { as, params: { id: certificate.applicationId }, body });
    expect(Object.keys(answer.json.error?.fields ?? {})).toEqual([field]);
  });

  test('of another certificate cannot be revoked through this one', async () => {
    const other = await makeFirm();
    const { applicationId } = await issue(await memberActor({ firmId: other.id }));
    const link = await share();
    const as = await memberToken({ firmId: other.id });
    const answer = await api.call(endpoints.revokeShare, { as, params: { id: applicationId, shareId: link.id } });
    expect(answer.status).toBe(404);
    expect(await shown(link.id)).toMatchObject({ state: 'open' });
  });
});

describe('what counts as a view', () => {
  test.each([
    ['a chat robot', { 'user-agent': 'facebookexternalhit/1.1' }],
    ['a prefetch', { 'user-agent': AGENT, 'sec-purpose': 'prefetch' }],
    ['a prerender', { 'user-agent': AGENT, 'sec-purpose': 'prefetch;prerender' }],
    ['an older prefetch', { 'user-agent': AGENT, purpose: 'prefetch' }],
  ])('not %s, which is shown nothing', async (_what, headers) => {
    const link = await share({ viewLimit: 1 });
    const known = await open(tokenOf(link), { headers });
    expect(known.bytes.toString()).toBe('{"state":"preview"}');
    expect((await open('AAAAAAAAAAAAAAAAAAAAAA', { headers })).bytes.equals(known.bytes)).toBe(true);
    expect(await shown(link.id)).toMatchObject({ views: 0, opened: [] });
    expect(stateOf(await open(tokenOf(link)))).toBe('open');
  });

  test('not the page itself, by GET or HEAD: only its question', async () => {
    const link = await share();
    for (const method of ['GET', 'HEAD']) await api.fetch(`/s/${tokenOf(link)}`, { method });
    expect(await shown(link.id)).toMatchObject({ views: 0 });
  });

  test('not the same page asking again, even after the last view', async () => {
    const link = await share({ viewLimit: 1 });
    const visit = newVisit();
    for (let n = 0; n < 3; n++) expect(stateOf(await open(tokenOf(link), { visit }))).toBe('open');
    const twins = newVisit();
    const second = await share();
    await Promise.all(Array.from({ length: 5 }, () => open(tokenOf(second), { visit: twins })));
    expect(await shown(second.id)).toMatchObject({ views: 1 });
    expect(stateOf(await open(tokenOf(link)))).toBe('used_up');
    await revoke(link.id);
    expect(stateOf(await open(tokenOf(link), { visit }))).toBe('revoked');
  });

  test('three views for twenty at once are three', async () => {
    const link = await share({ viewLimit: 3 });
    const states = (await Promise.all(Array.from({ length: 20 }, () => open(tokenOf(link))))).map(stateOf);
    expect(states.filter((state) => state === 'open')).toHaveLength(3);
    expect(states.filter((state) => state === 'used_up')).toHaveLength(17);
    const { views, opened } = await shown(link.id);
    expect([views, opened.length]).toEqual([3, 3]);
  });
});

describe('an access code', () => {
  test('is asked for before anything is told, and costs no view', async () => {
    const link = await share({ hasCode: true, viewLimit: 1, purpose: '贷款' });
    expect(link.code).toMatch(/^\d{6}$/);
    expect((await open(tokenOf(link))).bytes.toString()).toBe('{"state":"code_required"}');
    const wrong = link.code === '000000' ? '000001' : '000000';
    for (const guess of [wrong, '１２３', link.code!.slice(0, 5), `${link.code}0`, '𠮷']) {
      expect((await open(tokenOf(link), { code: guess })).bytes.toString()).toBe('{"state":"wrong_code"}');
    }
    const wide = link.code!.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(stateOf(await open(tokenOf(link), { code: `${wide.slice(0, 3)} ${wide.slice(3)}` }))).toBe('open');
  });

  test('tries end: ten wrong ones at once close the link for everybody', async () => {
    const link = await share({ hasCode: true });
    const wrong = link.code === '000000' ? '000001' : '000000';
    const states = (await Promise.all(Array.from({ length: 20 }, () => open(tokenOf(link), { code: wrong })))).map(
      stateOf,
    );
    expect(states.filter((state) => state === 'wrong_code').length).toBeLessThanOrEqual(10);
    expect(stateOf(await open(tokenOf(link), { code: link.code! }))).toBe('locked');
    expect(await shown(link.id)).toMatchObject({ state: 'locked', views: 0 });
  });

  test('control: with tries given back nothing would end', async () => {
    const link = await share({ hasCode: true });
    const wrong = link.code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 15; n++) {
      await forgiveGuesses();
      expect(stateOf(await open(tokenOf(link), { code: wrong }))).toBe('wrong_code');
      // The right one gives them back; a page of its own each time.
      expect(stateOf(await open(tokenOf(link), { code: link.code! }))).toBe('open');
    }
  });
});

describe('guessing links', () => {
  test.each(['A'.repeat(22), '%', "' OR '1'='1", '', 'x'.repeat(64), '1'])('%s is unknown', async (token) => {
    expect((await open(token)).bytes.toString()).toBe('{"state":"unknown"}');
  });

  test('ends after some tries, for the right one as well', async () => {
    const link = await share();
    for (let n = 0; n < GUESSES; n++) expect((await open('A'.repeat(22))).status).toBe(200);
    expect((await open('A'.repeat(22))).status).toBe(429);
    expect((await open(tokenOf(link))).status).toBe(429);
    const body = { token: tokenOf(link), visit: newVisit() };
    expect((await api.call(endpoints.downloadShared, { body })).status).toBe(429);
  });

  test('control: right ones are never counted', async () => {
    const link = await share();
    for (let n = 0; n < GUESSES + 5; n++) expect((await open(tokenOf(link))).status).toBe(200);
  });
});

describe('the file', () => {
  const download = (token: string, visit: string) => api.call(endpoints.downloadShared, { body: { token, visit } });

  test('is there for who has opened a link that allows it, and for nobody else', async () => {
    const link = await share({ mayDownload: true, viewLimit: 1 });
    const visit = newVisit();
    expect((await download(tokenOf(link), visit)).status).toBe(404);
    await open(tokenOf(link), { visit });
    const file = await download(tokenOf(link), visit);
    expect(file.bytes.equals(await fileOf(certificate))).toBe(true);
    expect((await download(tokenOf(link), newVisit())).status).toBe(404);
    await revoke(link.id);
    expect((await download(tokenOf(link), visit)).status).toBe(404);

    const closed = await share();
    await open(tokenOf(closed), { visit });
    expect((await download(tokenOf(closed), visit)).status).toBe(404);
  });
});

test('a revoked certificate is told through every open link at once, and cannot be shared any more', async () => {
  const before = certificate;
  try {
    certificate = await issue(await memberActor({ firmId }));
    const link = await share({ mayDownload: true });
    const visit = newVisit();
    await open(tokenOf(link), { visit });
    await revokeCertificate({ actor: staffActor('reviewer'), id: certificate.applicationId, reason: '材料不实' });
    const told = await open(tokenOf(link), { visit });
    expect(told.json).toMatchObject({
      state: 'open',
      mayDownload: false,
      verification: { standing: 'revoked', standingOn: clock.today() },
    });
    const file = await api.call(endpoints.downloadShared, { body: { token: tokenOf(link), visit } });
    expect(file.status).toBe(404);
    const as = await memberToken({ firmId });
    const call = { as, params: { id: certificate.applicationId }, body: { recipient: '银行' } };
    expect((await api.call(endpoints.createShare, call)).json.error).toMatchObject({
      code: 'already_decided',
      message: '该证明已撤销',
    });
  } finally {
    certificate = before;
  }
});
