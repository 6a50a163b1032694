import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import '../../models.ts';
import { faqEndpoints as faq } from '../../contract/faq/endpoints.ts';
import type { FaqEntries, FaqReply } from '../../contract/faq/replies.ts';
import { suggestFaq } from '../../contract/faq/suggest.ts';
import { ticketEndpoints } from '../../contract/tickets/endpoints.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { installShippedFaq } from './install-faq.ts';
import { FaqEntry } from './model.ts';

useDatabase();
const api = useApi();
beforeAll(() => installShippedFaq());
const shown = async () => ((await api.call(faq.listFaq, {})).json as unknown as FaqReply).items;
const entries = async (as: string) =>
  ((await api.call(faq.listFaqEntries, { as })).json as unknown as FaqEntries).items;

test('eleven come with the system, for everybody to read; what staff change or take back stays so', async () => {
  expect(await shown()).toHaveLength(11);
  const as = await staffToken('service');
  const [first] = await entries(as);
  const { category, question, keywords, audience, position, version } = first!;
  const body = {
    category,
    question,
    keywords,
    audience,
    position,
    version,
    answer: '请看登录页。',
    isPublished: false,
  };
  const change = () => api.call(faq.updateFaq, { as, params: { id: first!.id }, body });
  expect((await change()).status).toBe(200);
  const late = await change();
  expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
  await installShippedFaq();
  expect(await shown()).toHaveLength(10);
  expect(await FaqEntry.count()).toBe(11);
});

test('members say whether an answer helped, one word each; the desk reads how often and why not', async () => {
  const [entry] = await shown();
  const member = await memberToken({ firmId: (await makeFirm()).id });
  const say = (isHelpful: boolean, reason = '') =>
    api.call(faq.markFaq, { as: member, params: { id: entry!.id }, body: { isHelpful, reason } });
  for (const said of [await say(true), await say(false, '没有写纸张大小')]) expect(said.status).toBe(200);
  const seen = (await entries(await staffToken('service'))).find(({ id }) => id === entry!.id);
  expect(seen).toMatchObject({ helpful: 0, unhelpful: 1, reasons: ['没有写纸张大小'] });
  const hidden = await FaqEntry.findOne({ where: { isPublished: false }, rejectOnEmpty: true });
  const foreign = await api.call(faq.markFaq, { as: member, params: { id: hidden.id }, body: { isHelpful: true } });
  expect(foreign.status).toBe(404);
});

describe('an answer is rich text', () => {
  const written = async (answer: string) => {
    const as = await staffToken('service');
    const entry = { category: 'form', question: '怎样打印？', audience: 'everybody', position: 0, isPublished: true };
    return api.call(faq.createFaq, { as, body: { ...entry, answer } });
  };

  test('closed, as that of announcements: no program gets into it, and its words are searched', async () => {
    const { json } = await written(
      '<p>用 <strong>A4</strong> 纸 &lt;单面&gt;<img src=x onerror=alert(1)></p><script>alert(2)</script>' +
        '<ul><li onclick="x()"><a href="javascript:alert(3)">打印</a></li></ul>',
    );
    const body = [
      { tag: 'p', of: [{ text: '用 ' }, { tag: 'strong', of: [{ text: 'A4' }] }, { text: ' 纸 <单面>' }] },
      { tag: 'ul', of: [{ tag: 'li', of: [{ tag: 'a', of: [{ text: '打印' }] }] }] },
    ];
    expect(json).toMatchObject({ answer: '用 A4 纸 <单面>\n打印', body });
    expect((await shown()).find(({ id }) => id === json['id'])).toMatchObject({ body });
    const [row] = await FaqEntry.findAll({ where: { id: Number(json['id']) } });
    expect(row?.answerHtml).not.toMatch(/img|script|onclick/);
  });

  test('without words there is none, and an identity number is seen through the tags in it', async () => {
    const said = async (answer: string) => (await written(answer)).json.error?.fields;
    expect(await said('<p><br></p>')).toEqual({ answer: '请填写答案' });
    expect(await said(`<p>${'字'.repeat(2_001)}</p>`)).toEqual({ answer: '答案最多2000个字，现有2001个字' });
    expect(await said('<p>110105<b>19491231</b>002X</p>')).toEqual({ answer: '不能写身份证号码' });
  });

  test('what was written as words before is read as its paragraphs and lines', async () => {
    const { json } = await written('<p>一</p>');
    await FaqEntry.update({ answer: '一\n二\n\n三 <b>', answerHtml: null }, { where: { id: Number(json['id']) } });
    expect((await shown()).find(({ id }) => id === json['id'])?.body).toEqual([
      { tag: 'p', of: [{ text: '一' }, { tag: 'br', of: [] }, { text: '二' }] },
      { tag: 'p', of: [{ text: '三 <b>' }] },
    ]);
  });
});

test('at most three answers are offered for what is typed, and none where nothing is like it', async () => {
  const items = await shown();
  const questions = suggestFaq(items, '我已经转所，执业机构还没有变更').map(({ question }) => question);
  expect(questions[0]).toMatch(/^已经转所/);
  expect(questions.length).toBeLessThanOrEqual(3);
  expect(suggestFaq(items, '收据抬头')).toEqual([]);
});

test('又问了: of an answer that was read beside the form, and did not spare the ticket, each ticket counts once', async () => {
  const [entry, other] = await shown();
  const hidden = await FaqEntry.findOne({ where: { isPublished: false }, rejectOnEmpty: true });
  const as = await memberToken({ firmId: (await makeFirm()).id });
  const ask = (readFaq: number[], idempotencyKey: string = randomUUID()) =>
    api.call(ticketEndpoints.openTicket, {
      as,
      body: {
        category: 'other',
        title: '还有疑问',
        body: '看过常见问题，还是不清楚怎样办理。',
        readFaq,
        idempotencyKey,
      },
    });
  const key = randomUUID();
  for (const answer of [
    await ask([entry!.id, entry!.id, hidden.id, 999_999], key),
    await ask([entry!.id, entry!.id, hidden.id, 999_999], key),
  ])
    expect(answer.status).toBe(200);
  expect((await ask([entry!.id])).status).toBe(200);
  expect((await ask([])).status).toBe(200);
  expect((await ask(Array.from({ length: 11 }, (_, n) => n + 1))).status).toBe(422);
  const seen = await entries(await staffToken('service'));
  const again = new Map(seen.map(({ id, askedAgain }) => [id, askedAgain]));
  expect([again.get(entry!.id), again.get(other!.id), again.get(hidden.id)]).toEqual([2, 0, 0]);
});
