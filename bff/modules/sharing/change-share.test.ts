import { afterEach, describe, expect, test } from '@jest/globals';
import { sharingEndpoints as endpoints, type ShareLinkReply } from '../../contract/sharing/endpoints.ts';
import { addDays } from '../../contract/dates.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, staffActor } from '../../test/factories/registry.ts';
import { stateOf, tokenOf, useShareLinks } from '../../test/factories/share-links.ts';
import { AuditEntry } from '../audit/model.ts';
import { revokeCertificate } from '../certificates/ended/revoke-certificate.ts';
import { ShareLink } from './model.ts';

useOffice();
const api = useApi();
const links = useShareLinks(api);
const { certificate, share, shown, open, revoke } = links;
afterEach(releaseClock);

const DAY_MS = 86_400_000;
/** By whoever has read the list just now, unless `terms` say another version. */
const change = async (
  { id: shareId }: ShareLinkReply,
  terms: object,
  as?: string,
  id = certificate().applicationId,
) => {
  const { version } = await ShareLink.findByPk(shareId, { rejectOnEmpty: true });
  return api.call(endpoints.changeShare, {
    as: as ?? (await links.token()),
    params: { id, shareId },
    body: { version, expiresOn: addDays(clock.today(), 30), viewLimit: null, ...terms },
  });
};
const changes = () => AuditEntry.count({ where: { action: 'share.changed' } });

describe('a link that is changed', () => {
  test('has another purpose, day and limit from then on, and the log says what it was', async () => {
    freezeClock('2026-11-22T10:00:00+08:00');
    const link = await share({ purpose: '贷款' });
    const expiresOn = addDays(clock.today(), 60);
    const answer = await change(link, { purpose: '授信', expiresOn, viewLimit: 3 });
    expect(answer.status).toBe(200);
    expect(await shown(link.id)).toMatchObject({ purpose: '授信', expiresOn, viewLimit: 3, url: link.url });
    expect((await open(tokenOf(link))).json).toMatchObject({ state: 'open', purpose: '授信', expiresOn });
    const log = await AuditEntry.findOne({ where: { action: 'share.changed' }, order: [['id', 'DESC']] });
    expect(log).toMatchObject({
      target: certificate().number,
      detail: '江海银行文华支行：用途：贷款→授信；有效期至：2026-12-22→2027-01-21；查看次数：不限→3',
    });
    const before = await changes();
    await change(link, { purpose: '授信', expiresOn, viewLimit: 3 });
    expect(await changes()).toBe(before);
  });

  test('made without a recipient is named later, and only that changes', async () => {
    const link = await share({ recipient: ' ', purpose: '贷款' });
    expect(link.recipient).toBe('');
    const created = await AuditEntry.findOne({ where: { action: 'share.created' }, order: [['id', 'DESC']] });
    expect(created).toMatchObject({ detail: '未注明接收方' });
    expect((await open(tokenOf(link))).json).toMatchObject({ state: 'open', recipient: '' });
    const { expiresOn, viewLimit, purpose } = link;
    await change(link, { recipient: '江海银行', expiresOn, viewLimit, purpose });
    expect(await shown(link.id)).toMatchObject({ recipient: '江海银行', purpose: '贷款', expiresOn, url: link.url });
    const log = await AuditEntry.findOne({ where: { action: 'share.changed' }, order: [['id', 'DESC']] });
    expect(log).toMatchObject({ detail: '未注明接收方：接收方：未注明接收方→江海银行' });
    // Who leaves it out keeps it.
    await change(link, { expiresOn, viewLimit: 5, purpose });
    expect(await shown(link.id)).toMatchObject({ recipient: '江海银行', viewLimit: 5 });
  });

  test('opens again when it had expired, under the same address', async () => {
    const link = await share();
    freezeClock(`${addDays(clock.today(), 40)}T10:00:00+08:00`);
    expect(stateOf(await open(tokenOf(link)))).toBe('expired');
    expect(await shown(link.id)).toMatchObject({ url: null, can: { change: true } });
    await change(link, {});
    expect(stateOf(await open(tokenOf(link)))).toBe('open');
    advanceClock(31 * DAY_MS);
    expect(stateOf(await open(tokenOf(link)))).toBe('expired');
  });

  test('opens again when it was used up, and takes no limit that is used up already', async () => {
    const link = await share({ viewLimit: 1 });
    await open(tokenOf(link));
    expect(stateOf(await open(tokenOf(link)))).toBe('used_up');
    const refused = await change(link, { viewLimit: 1 });
    expect(refused.json.error?.fields).toEqual({ viewLimit: '已查看1次，次数上限应大于该数' });
    await change(link, { viewLimit: 2 });
    expect(stateOf(await open(tokenOf(link)))).toBe('open');
    expect(stateOf(await open(tokenOf(link)))).toBe('used_up');
  });

  test('is not changed over what a colleague has changed meanwhile; that it was opened is no change', async () => {
    const link = await share({ purpose: '贷款', viewLimit: 5 });
    expect(link.version).toBe(1);
    await open(tokenOf(link));
    expect((await change(link, { version: link.version, purpose: '授信', viewLimit: 5 })).status).toBe(200);
    const late = await change(link, { version: link.version, purpose: '贷款', viewLimit: 9 });
    expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
    expect(late.json.error?.message).toContain('重新打开');
    const now = await shown(link.id);
    expect(now).toMatchObject({ version: 2, purpose: '授信', viewLimit: 5, views: 1 });
    expect((await change(link, { version: 2, purpose: '贷款', viewLimit: 9 })).status).toBe(200);
  });

  test('cannot be led into the past or beyond a year', async () => {
    const link = await share();
    for (const days of [-1, 366]) {
      const answer = await change(link, { expiresOn: addDays(clock.today(), days) });
      expect(Object.keys(answer.json.error?.fields ?? {})).toEqual(['expiresOn']);
    }
  });
});

describe('a link that stays as it is', () => {
  test('was revoked, or somebody guessed at its code', async () => {
    const revoked = await share();
    await revoke(revoked.id);
    expect((await change(revoked, {})).json.error?.code).toBe('wrong_state');
    expect(stateOf(await open(tokenOf(revoked)))).toBe('revoked');
    expect(await shown(revoked.id)).toMatchObject({ can: { change: false } });
  });

  test("is another firm's, or another certificate's", async () => {
    const link = await share();
    const stranger = await memberToken({ firmId: (await makeFirm()).id });
    expect((await change(link, {}, stranger)).status).toBe(404);
    const other = await links.issued();
    expect((await change(link, {}, undefined, other.applicationId)).status).toBe(404);
  });

  test('belongs to a certificate that does not stand any more', async () => {
    const revoked = await links.issued();
    const link = await share({}, revoked);
    await revokeCertificate({ actor: staffActor('reviewer'), id: revoked.applicationId, reason: '材料不实' });
    expect((await change(link, {}, undefined, revoked.applicationId)).json.error?.code).toBe('already_decided');
  });
});
