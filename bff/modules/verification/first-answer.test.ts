import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verificationEndpoints as endpoints } from '../../contract/verification/endpoints.ts';
import type { VerificationReply } from '../../contract/verification/replies.ts';
import { useApi } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import { revokeCertificate } from '../certificates/ended/revoke-certificate.ts';
import type { Certificate } from '../certificates/model.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { composeFirstAnswer } from './first-answer.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'first-answer-'));
mkdirSync(path.join(dist, 'h5'));
writeFileSync(
  path.join(dist, 'h5/index.html'),
  '<!doctype html><html><head><title>律证</title></head><body><div id=app></div></body></html>',
);
afterAll(() => rmSync(dist, { recursive: true }));

useOffice();
const api = useApi(dist);

let certificate: Certificate;
beforeAll(async () => {
  const firm = await makeFirm({ name: '江海恒正律师事务所' });
  await makeLawyer({ firmId: firm.id });
  certificate = await issue(await memberActor({ firmId: firm.id }));
});

const open = (token: string, init?: RequestInit) => openPage(`/c/${token}`, init);
const openPage = async (page: string, init?: RequestInit) => {
  const { status, headers, bytes } = await api.fetch(page, init);
  return { status, headers, html: bytes.toString('utf8') };
};
/** The reply that the client finds in the page. */
const dataIn = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="first-answer-data">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

test('a link is answered in the page itself: the answer, the letter and its facts, before any script', async () => {
  const { status, html } = await open(certificate.token);
  expect(status).toBe(200);
  const body = html.slice(html.indexOf('</script>'));
  for (const words of ['<h1>本协会出具</h1>', 'Issued by this association', '当前状态：有效', certificate.number])
    expect(body).toContain(words);
  for (const paragraph of certificate.letter.paragraphs) expect(body).toContain(paragraph);
  expect(body).toContain(certificate.sha256);
  expect(body).toContain('测试证明，不具有法律效力');
  expect(html.indexOf('id="first-answer"')).toBeLessThan(html.indexOf('<div id=app>'));
});

test('what the client finds in it is what the endpoint answers, the second of asking aside', async () => {
  const asked = (await api.call(endpoints.verifyToken, { params: { token: certificate.token } })).json;
  const found = dataIn((await open(certificate.token)).html) as VerificationReply;
  expect(found).toEqual({ ...asked, checkedAt: (found as { checkedAt: string }).checkedAt });
});

test('核验 with the link behind it, as WeChat’s scanner and a reload open it, is answered like the link itself', async () => {
  const { token } = certificate;
  const asked = dataIn((await open(token)).html) as VerificationReply;
  const scanned = encodeURIComponent(`https://cert.example.com/c/${token}`);
  for (const page of [`/verify?token=${token}`, `/verify?from=x&q=${scanned}`, `/public/verify/index?token=${token}`]) {
    const { html, headers } = await openPage(page);
    const found = dataIn(html) as VerificationReply & { checkedAt: string };
    expect(found).toEqual({ ...asked, checkedAt: found.checkedAt });
    expect(html).toContain(page.replace(/&/g, '&amp;').replace(/=/g, '&#x3D;'));
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex, nofollow']);
  }
  // A scanned code that is none of ours.
  const { html } = await openPage(`/verify?q=${encodeURIComponent('https://elsewhere.example/x')}`);
  expect(dataIn(html)).toEqual({ answer: 'unknown' });
});

test('a revoked one says so first, and an unknown link nothing but that', async () => {
  const other = await issue(await memberActor({ firmId: (await makeFirm({ name: '江海衡则律师事务所' })).id }));
  await revokeCertificate({ actor: staffActor('administrator'), id: other.id, reason: '出具有误，予以撤销' });
  expect((await open(other.token)).html).toContain('<h1>已撤销</h1>');
  const { html } = await open('AAAAAAAAAAAAAAAAAAAAAA');
  expect(html).toContain('<h1>未能核验</h1>');
  expect(html).not.toContain('证明内容');
  expect(dataIn(html)).toEqual({ answer: 'unknown' });
});

test('other pages, and who asks for the head only, get no answer', async () => {
  for (const page of [
    '/verify',
    '/verify?token=',
    '/verify?number=1',
    '/s/AAAAAAAAAAAAAAAAAAAAAA',
    '/c',
    '/c/%E0%A4%A',
  ])
    expect((await api.fetch(page)).bytes.toString('utf8')).not.toContain('first-answer');
  expect((await open(certificate.token, { method: 'HEAD' })).html).toBe('');
});

test('guesses count as at the endpoint; what is right is answered all the same', async () => {
  for (let n = 0; n < 35; n++) await open(`guess${n}`);
  expect((await open('one-more')).html).not.toContain('first-answer');
  expect((await api.call(endpoints.verifyToken, { params: { token: 'one-more' } })).status).toBe(429);
  expect((await open(certificate.token)).html).toContain('<h1>本协会出具</h1>');
});

test('words that try to be markup stay words, in the text and in the data', () => {
  const naughty = '</script><script>alert(1)</script>"\'&$&';
  const html = composeFirstAnswer({
    page: `https://cert.example/c/${naughty}`,
    association: naughty,
    associationEnglish: naughty,
    reply: {
      answer: 'authentic',
      standing: 'valid',
      standingOn: null,
      expiresOn: null,
      isUnderReview: false,
      replacedBy: null,
      checkedAt: '2026-11-29T01:02:03.000Z',
      certificate: {
        number: '2611290000001',
        typeLabel: naughty,
        association: naughty,
        issuedAt: '2026-11-29T01:02:03.000Z',
        issuedOn: '2026-11-29',
        title: naughty,
        paragraphs: [naughty, naughty],
        table: { after: 1, columns: [naughty], rows: [[naughty]] },
        english: { title: naughty, paragraphs: [naughty] },
        roster: { title: naughty, columns: [naughty], rows: [[naughty]] },
        applicantPurpose: naughty,
        sha256: 'a'.repeat(64),
        pages: 1,
        signer: naughty,
        isTest: false,
      },
    },
  });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).not.toContain('alert(1)</script>');
  expect((dataIn(html) as { certificate: { typeLabel: string } }).certificate.typeLabel).toBe(naughty);
  expect(html.match(/&lt;script&gt;alert\(1\)/g)!.length).toBeGreaterThan(10);
});
