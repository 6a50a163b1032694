import { afterEach, describe, expect, test } from '@jest/globals';
import { sharingEndpoints as endpoints, type ShareLinkReply } from '../../contract/sharing/endpoints.ts';
import { addDays } from '../../contract/dates.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { mattersOf, settle } from '../../test/factories/matters.ts';
import { makeDiscipline, makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import { AGENT, newVisit, stateOf, tokenOf, useShareLinks } from '../../test/factories/share-links.ts';
import { AuditEntry } from '../audit/model.ts';
import { revokeCertificate } from '../certificates/ended/revoke-certificate.ts';
import { anyRow } from '../../test/any-row.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Application } from '../certificates/model.ts';
import { withdrawDiscipline } from '../registry/discipline/withdraw-discipline.ts';

useOffice();
const api = useApi();
const links = useShareLinks(api);
const { certificate, share, shown, open, revoke } = links;
afterEach(releaseClock);

const DAY_MS = 86_400_000;

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
      verification: { answer: 'authentic', standing: 'valid', certificate: { number: certificate().number } },
    });
    for (const secret of [certificate().token, certificate().code, certificate().storageKey!, 'post@example.com']) {
      expect(opened.bytes.toString()).not.toContain(secret);
    }
    expect(await shown(link.id)).toMatchObject({
      views: 1,
      opened: [{ at: new Date(clock.now()).toISOString(), device: '微信' }],
    });
    const log = await AuditEntry.findOne({ where: { action: 'share.created' }, order: [['id', 'DESC']] });
    expect(log).toMatchObject({ target: certificate().number, detail: '江海银行文华支行' });
  });

  test('is kept as a hash and encrypted: who reads the database cannot open it', async () => {
    const link = await share({ hasCode: true });
    const rows = await select(anyRow, 'SELECT * FROM share_links WHERE id = ?', [link.id]);
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(tokenOf(link));
    expect(kept).not.toContain(`"${link.code}"`);
    expect(JSON.stringify(await select(anyRow, 'SELECT * FROM share_views', []))).not.toMatch(/127\.0\.0\.1|Mozilla/);
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
    ['a recipient that is too long', { recipient: '银'.repeat(51) }, 'recipient'],
    ['no view at all', { viewLimit: 0 }, 'viewLimit'],
  ])('with %s is refused', async (_what, input, field) => {
    freezeClock('2026-11-22T10:00:00+08:00');
    const as = await links.token();
    const body = { recipient: '银行', ...input };
    const answer = await api.call(endpoints.createShare, { as, params: { id: certificate().applicationId }, body });
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
    const counted = await shown(link.id);
    expect([counted?.views, counted?.opened.length]).toEqual([3, 3]);
  });
});

test('a letter whose facts were others reads 待复核 through every open link until that is settled', async () => {
  const own = await links.issued();
  const link = await share({}, own);
  const visit = newVisit();
  const read = async () => {
    const { json } = await open(tokenOf(link), { visit });
    const { standing, isUnderReview } = (json as unknown as { verification: Record<string, unknown> }).verification;
    return [standing, isUnderReview];
  };
  expect(await read()).toEqual(['valid', false]);
  const { applicantId } = await Application.findByPk(own.applicationId, { rejectOnEmpty: true });
  const record = await makeDiscipline({ subjectKind: 'firm', subjectId: applicantId });
  expect(await read()).toEqual(['valid', true]);
  const as = await staffToken('registrar');
  for (const { id } of await mattersOf(own)) await settle(api, { as, id, act: 'uphold' });
  expect(await read()).toEqual(['valid', false]);
  const { id, version } = record;
  await withdrawDiscipline({ actor: staffActor('registrar'), id, version, reason: '对象有误' });
});

test('a revoked certificate is told through every open link at once, and cannot be shared any more', async () => {
  const own = await links.issued();
  const link = await share({ mayDownload: true }, own);
  const visit = newVisit();
  await open(tokenOf(link), { visit });
  await revokeCertificate({ actor: staffActor('reviewer'), id: own.applicationId, reason: '材料不实' });
  const told = await open(tokenOf(link), { visit });
  expect(told.json).toMatchObject({
    state: 'open',
    mayDownload: false,
    verification: { standing: 'revoked', standingOn: clock.today() },
  });
  const file = await api.call(endpoints.downloadShared, { body: { token: tokenOf(link), visit } });
  expect(file.status).toBe(404);
  const call = { as: await links.token(), params: { id: own.applicationId }, body: { recipient: '银行' } };
  expect((await api.call(endpoints.createShare, call)).json.error).toMatchObject({
    code: 'already_decided',
    message: '该证明已撤销',
  });
});
