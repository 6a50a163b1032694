import { z } from 'zod';
import { id, keyOf, line, pageQuery, paragraph, requiredLine, seenVersion } from '../fields.ts';
import { MAX_FAQ_READ } from '../faq/limits.ts';
import { namesIdentity } from '../text.ts';
import { TICKET_CATEGORIES, TICKET_ORDERS, TICKET_SCOPES, TICKET_STATES, type TicketCategoryKey } from './enums.ts';
import { MAX_TICKET_BODY, MAX_TICKET_FILES, MAX_TICKET_TITLE, MIN_TICKET_BODY } from './limits.ts';
import { TIE_KINDS } from './ties.ts';

const IDENTITY = '请不要写身份证号码，请上传证件照片，或到协会窗口出示证件';
/** Lines of lists, and notes, hold no number of an identity card; what is said in a ticket keeps it masked (tickets/numbers). */
export const withoutIdentity = (label: string) => ({ error: `${label}中${IDENTITY}` });

export const ticketCategoryKey = z.enum(Object.keys(TICKET_CATEGORIES) as [TicketCategoryKey, ...TicketCategoryKey[]], {
  error: '请选择分类',
});

const words = (label: string) => paragraph(label, MAX_TICKET_BODY).refine((v) => v !== '', { error: `请填写${label}` });

const attachments = z
  .array(
    z
      .string({ error: '附件无效，请移除后重新上传' })
      .regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' }),
    { error: '附件格式有误' },
  )
  .max(MAX_TICKET_FILES, { error: `附件最多${MAX_TICKET_FILES}份` })
  .refine((tokens) => new Set(tokens).size === tokens.length, { error: '同一份附件只需上传一次' })
  .default([]);

/** Those of the files that show an identity document. */
export const identityFiles = z
  .array(z.string({ error: '附件无效，请移除后重新上传' }).max(40, { error: '附件无效，请移除后重新上传' }), {
    error: '附件格式有误',
  })
  .max(MAX_TICKET_FILES, { error: `附件最多${MAX_TICKET_FILES}份` })
  .optional();

const idempotencyKey = z
  .string({ error: '缺少提交标识，请刷新页面后重试' })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' });

/** What a ticket is about, as the page that led to its form names it. */
const tie = z.strictObject({
  kind: keyOf(TIE_KINDS, '相关事项'),
  key: z
    .string({ error: '相关事项无效，请从原页面重新进入' })
    .regex(/^[A-Za-z0-9]{1,20}$/, { error: '相关事项无效，请从原页面重新进入' }),
});

export const openTicket = z
  .strictObject({
    category: ticketCategoryKey,
    /** The lawyer of whom a firm asks. */
    lawyerId: id('律师').optional(),
    /** What it is about: an object of the member's own. */
    tied: tie.optional(),
    title: requiredLine('标题', MAX_TICKET_TITLE).refine((v) => !namesIdentity(v), withoutIdentity('标题')),
    body: words('问题描述').refine((v) => v === '' || [...v].length >= MIN_TICKET_BODY, {
      error: `请描述问题，至少${MIN_TICKET_BODY}个字`,
    }),
    attachments,
    identityFiles,
    /** Entries of 常见问题 that were opened beside the form, and did not spare the question. */
    readFaq: z.array(id('常见问题')).max(MAX_FAQ_READ).optional(),
    idempotencyKey,
  })
  .superRefine(({ category: key, attachments: files }, context) => {
    const { proof } = TICKET_CATEGORIES[key];
    if (proof === null || files.length > 0) return;
    context.addIssue({ code: 'custom', message: `请上传${proof}，便于核对`, path: ['attachments'] });
  });
export type OpenTicket = z.input<typeof openTicket>;
export type OpenTicketParsed = z.output<typeof openTicket>;

/** What is about to be asked, before it is: the open tickets that may already ask it. */
export const listAlikeTickets = z.strictObject({
  category: ticketCategoryKey,
  lawyerId: z.coerce.number({ error: '请选择律师' }).int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  tiedKind: tie.shape.kind.optional(),
  tiedKey: tie.shape.key.optional(),
});
export type ListAlikeTickets = z.input<typeof listAlikeTickets>;

export const addToTicket = z.strictObject({
  body: words('补充说明'),
  attachments,
  identityFiles,
  idempotencyKey,
});
export type AddToTicket = z.input<typeof addToTicket>;
export type AddToTicketParsed = z.output<typeof addToTicket>;

export const listTickets = z.strictObject({
  ...pageQuery,
  state: keyOf(TICKET_STATES, '状态').optional(),
  category: ticketCategoryKey.optional(),
  scope: keyOf(TICKET_SCOPES, '范围').optional(),
  /** The beginning of the number; of what is open any part of title or asker's name, otherwise the beginning of that name. */
  search: line('关键词', 60).optional(),
  /** Of what is open; anything else comes the latest first. */
  order: keyOf(TICKET_ORDERS, '排序').optional(),
});
export type ListTickets = z.input<typeof listTickets>;

/** working: answered and not done; asked: the member has to add something; solved: done. */
export const answerTicket = z.strictObject({
  version: seenVersion,
  body: words('答复'),
  next: z.enum(['working', 'asked', 'solved'], { error: '请选择答复后的状态' }),
});
export type AnswerTicket = z.output<typeof answerTicket>;

export const takeTicket = z.strictObject({ version: seenVersion });
export type TakeTicket = z.output<typeof takeTicket>;

export const moveTicket = z.strictObject({ version: seenVersion, category: ticketCategoryKey });
export type MoveTicket = z.output<typeof moveTicket>;

export const writeNote = z.strictObject({
  body: words('内部备注').refine((v) => !namesIdentity(v), withoutIdentity('内部备注')),
});
export type WriteNote = z.output<typeof writeNote>;
