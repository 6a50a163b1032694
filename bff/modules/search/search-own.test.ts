import { beforeAll, describe, expect, test } from '@jest/globals';
import { searchEndpoints, type MembersSearchReply } from '../../contract/search/endpoints.ts';
import type { SearchOwn } from '../../contract/search/schemas.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { makeActivity } from '../../test/factories/activities/activity.ts';
import { makeAnnouncement, makeDraft } from '../../test/factories/announcement.ts';
import { submit } from '../../test/factories/certificate.ts';
import { makeChat, openDesk, say } from '../../test/factories/chat.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { useOffice } from '../../test/office.ts';
import { endOwnChat } from '../chat/talk/close-chat.ts';
import { createFaq } from '../faq/write-faq.ts';

useOffice();
const api = useApi();
let firm: string;
let other: string;
let lawyer: string;
let firmId: number;

beforeAll(async () => {
  firmId = (await makeFirm()).id;
  firm = await memberToken({ firmId });
  other = await memberToken({ firmId: (await makeFirm()).id });
  lawyer = await memberToken({ lawyerId: (await makeLawyer({ firmId })).id });
  const actor = await memberActor({ firmId });
  await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容', purpose: '望潮项目投标' });
  await makeTicket(actor, { title: '望潮项目的纸质证明' });
  await openDesk();
  const asked = await makeChat({ firmId }, '望潮项目怎样投标');
  await endOwnChat({ actor, id: Number(asked.chat.id) });
  const said = await makeChat({ firmId });
  await say(actor, Number(said.chat.id), '望潮的证明寄到哪里了');
  await endOwnChat({ actor, id: Number(said.chat.id) });
  const named = { atom: 'firm' as const, in: [firmId] };
  await makeAnnouncement({ title: '望潮奖评选', body: '<p>请于年底前申报。</p>' });
  await makeAnnouncement({ title: '评选细则', body: '<p>附件为<strong>望潮</strong>奖细则。</p>', audience: 'lawyer' });
  await makeAnnouncement({ title: '望潮别所', eligibility: { not: named } });
  await makeDraft({ title: '望潮草稿' });
  await makeActivity({ title: '望潮论坛' });
  await makeActivity({ title: '望潮闭门会', visibility: 'fitting', eligibility: { not: named } });
  const entry = { category: 'form', answer: '见通知。', keywords: '', position: 1 } as const;
  const write = (more: object) =>
    createFaq({
      actor: staffActor('service'),
      input: { ...entry, question: '望潮奖怎样申报？', audience: 'everybody', isPublished: true, ...more } as never,
    });
  await write({});
  await write({ question: '望潮奖律师怎样申报？', audience: 'lawyer' });
  await write({ question: '望潮奖未公布', isPublished: false });
});

async function search(as: string, query: SearchOwn): Promise<string[]> {
  const { json } = await api.call(searchEndpoints.searchOwn, { as, query: query as Record<string, string> });
  return (json as unknown as MembersSearchReply).kinds.flatMap(({ kind, items }) =>
    items.map(({ title }) => `${kind} ${title}`),
  );
}

describe('one box', () => {
  test('finds what is one’s own and what is published for one, by any part of its words', async () => {
    expect(await search(firm, { q: ' 望潮 ' })).toEqual([
      'application 律所其他类电子证明',
      'ticket 望潮项目的纸质证明',
      'talk 在线咨询',
      'talk 望潮项目怎样投标',
      'activity 望潮论坛',
      'announcement 望潮奖评选',
      'faq 望潮奖怎样申报？',
    ]);
  });

  test('never what is somebody else’s, for others, or not out', async () => {
    expect(await search(other, { q: '望潮' })).toEqual([
      'activity 望潮论坛',
      'announcement 望潮别所',
      'announcement 望潮奖评选',
      'faq 望潮奖怎样申报？',
    ]);
    expect(await search(lawyer, { q: '望潮' })).toEqual([
      'activity 望潮论坛',
      'announcement 评选细则',
      'announcement 望潮奖评选',
      'faq 望潮奖怎样申报？',
      'faq 望潮奖律师怎样申报？',
    ]);
  });

  test('what looks like a pattern is words; of nothing nothing is found', async () => {
    for (const q of ['%', '_', '!%', '望_', '%%%']) expect(await search(firm, { q })).toEqual([]);
    expect((await api.call(searchEndpoints.searchOwn, { as: firm, query: { q: ' ' } })).status).toBe(422);
  });

  test('a few of each kind, and more of one', async () => {
    for (let n = 0; n < 6; n++) await makeAnnouncement({ title: `听涛${n}` });
    const { json } = await api.call(searchEndpoints.searchOwn, { as: firm, query: { q: '听涛' } });
    expect((json as unknown as MembersSearchReply).kinds).toMatchObject([{ hasMore: true, items: { length: 5 } }]);
    expect(await search(firm, { q: '听涛', kind: 'announcement' })).toHaveLength(6);
  });
});
