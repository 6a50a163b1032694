import { describe, expect, test } from '@jest/globals';
import { sharingEndpoints as endpoints } from '../../contract/sharing/endpoints.ts';
import { useApi } from '../../test/api.ts';
import { fileOf } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { forgiveGuesses, newVisit, stateOf, tokenOf, useShareLinks } from '../../test/factories/share-links.ts';

useOffice();
const api = useApi();
const { certificate, share, shown, open, revoke } = useShareLinks(api);

/** As the limit says in open-share.ts. */
const GUESSES = 30;

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

  test('ends after some tries, for who is wrong: the right one opens all the same', async () => {
    const link = await share();
    for (let n = 0; n < GUESSES; n++) expect((await open('A'.repeat(22))).status).toBe(200);
    expect((await open('A'.repeat(22))).status).toBe(429);
    // A bank is one address.
    expect((await open(tokenOf(link))).status).toBe(200);
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
    expect(file.bytes.equals(await fileOf(certificate()))).toBe(true);
    expect((await download(tokenOf(link), newVisit())).status).toBe(404);
    await revoke(link.id);
    expect((await download(tokenOf(link), visit)).status).toBe(404);

    const closed = await share();
    await open(tokenOf(closed), { visit });
    expect((await download(tokenOf(closed), visit)).status).toBe(404);
  });
});
