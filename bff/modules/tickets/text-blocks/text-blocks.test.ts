import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { faqNamedIn } from '../../../contract/faq/named-faq.ts';
import { faqPlace, PLACEHOLDERS } from '../../../contract/ticket-text-blocks/placeholders.ts';
import { textBlockEndpoints as blocks } from '../../../contract/ticket-text-blocks/endpoints.ts';
import type { FilledTextBlocks, TextBlocks } from '../../../contract/ticket-text-blocks/replies.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { installShippedFaq } from '../../faq/install-faq.ts';
import { FaqEntry } from '../../faq/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Lawyer } from '../../registry/model.ts';
import { fillBlocksForTalk } from './fill-for-talk.ts';

useDatabase();
const api = useApi();
let as: string;
beforeAll(async () => {
  await installShippedHolidays();
  await installShippedFaq();
  as = await staffToken('reviewer');
});

const add = (body: string, more: object = {}) =>
  api.call(blocks.addTextBlock, { as, body: { title: '常用', body, next: null, ...more } });

test('every placeholder is filled with words of the ticket and the office, and nothing of the member besides the name', async () => {
  const lawyer = await makeLawyer({ firmId: (await makeFirm()).id });
  await Lawyer.update({ email: 'secret@example.com' }, { where: { id: lawyer.id } });
  const ticket = await makeTicket(await memberActor({ lawyerId: lawyer.id }), { body: '口令是四七一一，请保密处理。' });
  const every = Object.keys(PLACEHOLDERS).map((key) => `{{${key}}}`);
  expect((await add(every.join('\n'), { title: '全部', next: 'asked' })).status).toBe(200);
  const { json } = await api.call(blocks.fillTextBlocks, { as, params: { id: ticket.id } });
  const [block] = (json as unknown as FilledTextBlocks).items;
  const lines = block!.body.split('\n');
  expect(lines.slice(0, 3)).toEqual([ticket.askerName, ticket.number, '证明、纸质证明']);
  expect(lines[3]).toMatch(/^预计.+前答复/);
  expect(lines[4]).toContain('9:00');
  expect(block).toMatchObject({ title: '全部', next: 'asked' });
  for (const secret of ['{{', '四七一一', 'secret@example.com', lawyer.licenceNo]) {
    expect(block!.body).not.toContain(secret);
  }
});

test.each([
  ['{{member.identity}} 已核对', '没有“{{member.identity}}”这个占位符，请从列出的占位符中选择'],
  ['{{member.name} 您好', '没有“{{”这个占位符，请从列出的占位符中选择'],
  ['{{ member.name }} 您好', '没有“{{ member.name }}”这个占位符，请从列出的占位符中选择'],
  ['{{constructor}} 您好', '没有“{{constructor}}”这个占位符，请从列出的占位符中选择'],
  ['您的身份证号 11010519491231002X 已更正', '内容中请不要写身份证号码，请上传证件照片，或到协会窗口出示证件'],
])('%s cannot be saved', async (body, fault) => {
  const refused = await add(body);
  expect([refused.status, refused.json.error?.fields]).toEqual([422, { body: fault }]);
});

test('of two who change one block the second is told, and a removed one is gone', async () => {
  const { items } = (await add('请稍候。', { title: '稍候' })).json as unknown as TextBlocks;
  const { id, version } = items.find(({ title }) => title === '稍候')!;
  const change = (body: string) =>
    api.call(blocks.changeTextBlock, { as, params: { id }, body: { title: '稍候', body, next: 'working', version } });
  expect((await change('请稍候，正在核对。')).status).toBe(200);
  expect((await change('请等待。')).json.error?.code).toBe('changed_meanwhile');
  const remove = (seen: number) => api.call(blocks.removeTextBlock, { as, params: { id }, body: { version: seen } });
  expect((await remove(version)).json.error?.code).toBe('changed_meanwhile');
  const left = (await remove(version + 1)).json as unknown as TextBlocks;
  expect(left.items.map((block) => block.id)).not.toContain(id);
});

test('a block names an entry of 常见问题, which the member opens; one that is not published is not named', async () => {
  const entry = await FaqEntry.findOne({ where: { isPublished: true }, order: ['id'], rejectOnEmpty: true });
  const ticket = await makeTicket(await memberActor({ firmId: (await makeFirm()).id }));
  expect((await add(`请看${faqPlace(entry.id)}。`, { title: '请看常见问题' })).status).toBe(200);
  const filledNow = async () => {
    const { json } = await api.call(blocks.fillTextBlocks, { as, params: { id: ticket.id } });
    return (json as unknown as FilledTextBlocks).items.find(({ title }) => title === '请看常见问题')!.body;
  };
  expect(faqNamedIn(await filledNow())).toEqual([{ id: entry.id, question: entry.question }]);
  const { items } = await fillBlocksForTalk({ memberName: '林知远' });
  expect(items.find(({ title }) => title === '请看常见问题')?.body).toBe(await filledNow());
  await entry.update({ isPublished: false });
  expect(await filledNow()).toBe('请看（该常见问题已下架，请改写这一句）。');
  const unknown = await add(`请看${faqPlace(entry.id)}。`);
  expect(unknown.json.error?.fields).toEqual({
    body: `没有“{{faq:${entry.id}}}”这条已发布的常见问题，请从列出的常见问题中选择`,
  });
  await entry.update({ isPublished: true });
});
