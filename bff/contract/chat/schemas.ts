import { z } from 'zod';
import { id, pageQuery, paragraph, line, requiredLine } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { ticketCategoryKey, withoutIdentity } from '../tickets/schemas.ts';
import { CHAT_FACT_KEYS, CHAT_OFFER_ROLES } from './enums.ts';
import { MAX_CHAT_SUBJECT, MAX_CHAT_TEXT, MAX_CHATS_AT_ONCE, MAX_POLL_S } from './limits.ts';

const seq = z.int({ error: '消息序号无效' }).min(0).max(1_000_000_000);
const clientId = z.uuid({ error: '消息标识无效，请刷新页面后重试' });

export const startChat = z.strictObject({
  /** '' where nothing is said. */
  subject: line('咨询的问题', MAX_CHAT_SUBJECT).refine((v) => !namesIdentity(v), withoutIdentity('咨询的问题')),
});
export type StartChat = z.input<typeof startChat>;

const text = z
  .string({ error: '请填写消息' })
  .refine((v) => [...v].length <= MAX_CHAT_TEXT, {
    error: `每条最多${MAX_CHAT_TEXT}字，已为您保留，可分两条发送`,
  })
  .pipe(paragraph('消息', MAX_CHAT_TEXT))
  .refine((v) => v !== '', { error: '请填写消息' });

/** `clientId` is made when the bubble appears: however often it is sent, it is one message. */
export const sendChatMessage = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ clientId, kind: z.literal('text'), text }),
    z.strictObject({
      clientId,
      kind: z.literal('file'),
      file: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '文件无效，请重新上传' }),
    }),
    /** An entry of 常见问题: its question stands in the talk, and leads to the answer as it is then. */
    z.strictObject({ clientId, kind: z.literal('faq'), faq: id('常见问题') }),
  ],
  { error: '请填写消息' },
);
export type SendChatMessage = z.input<typeof sendChatMessage>;
export type SendChatMessageParsed = z.output<typeof sendChatMessage>;

export const aboutChatMessage = z.strictObject({ seq });
export type AboutChatMessage = z.output<typeof aboutChatMessage>;

export const readChatMessages = z.strictObject({ after: z.coerce.number().pipe(seq).optional() });
export type ReadChatMessages = z.input<typeof readChatMessages>;

/** `12:5,13:0`: of talk 12 everything up to 5 is there, of talk 13 nothing. */
const have = z
  .string()
  .max(400)
  .regex(/^(?:[1-9]\d{0,14}:\d{1,10}(?:,|$))*$/)
  .transform((list) =>
    list
      .split(',')
      .filter(Boolean)
      .map((one) => one.split(':').map(Number) as [number, number]),
  )
  .refine((list) => list.length > 0 && list.length <= MAX_CHATS_AT_ONCE);
export const pollChats = z.strictObject({
  have,
  /** Seconds. */
  wait: z.coerce.number().int().min(0).max(MAX_POLL_S).optional(),
});
export type PollChats = z.input<typeof pollChats>;

export const ownChatIntoTicket = z.strictObject({ category: ticketCategoryKey.optional() });
export type OwnChatIntoTicket = z.input<typeof ownChatIntoTicket>;

export const chatIntoTicket = z.strictObject({
  category: ticketCategoryKey,
  title: requiredLine('标题', MAX_CHAT_SUBJECT).refine((v) => !namesIdentity(v), withoutIdentity('标题')),
});
export type ChatIntoTicket = z.input<typeof chatIntoTicket>;

const word = line('附言', 200).refine((v) => !namesIdentity(v), withoutIdentity('附言'));
/** To somebody, or to whoever of a role accepts it first. */
export const handOverChat = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('person'), to: id('同事'), word }),
    z.strictObject({ kind: z.literal('role'), role: z.enum(CHAT_OFFER_ROLES, { error: '请选择岗位' }), word }),
  ],
  { error: '请选择转接给谁' },
);
export type HandOverChat = z.output<typeof handOverChat>;

/** What the member is asked to confirm; the values are the registry's. */
export const askChatFacts = z.strictObject({
  fields: z
    .array(z.enum(CHAT_FACT_KEYS), { error: '请选择要核对的信息' })
    .min(1, { error: '请选择要核对的信息' })
    .refine((all) => new Set(all).size === all.length, { error: '同一项只能核对一次' }),
});
export type AskChatFacts = z.output<typeof askChatFacts>;

/** One tap: all of it is right, or one of it is not. `seq` is the number that asked. */
export const answerChatFacts = z.discriminatedUnion(
  'answer',
  [
    z.strictObject({ answer: z.literal('right'), seq }),
    z.strictObject({ answer: z.literal('wrong'), seq, field: z.enum(CHAT_FACT_KEYS) }),
  ],
  { error: '请选择是否无误' },
);
export type AnswerChatFacts = z.output<typeof answerChatFacts>;

export const listChats = z.strictObject({ ...pageQuery, search: line('查找', 60).optional() });
export type ListChats = z.input<typeof listChats>;

const words = (label: string) => paragraph(label, MAX_CHAT_TEXT).refine((v) => v !== '', { error: `请填写${label}` });
export const writeChatNote = z.strictObject({
  body: words('内部备注').refine((v) => !namesIdentity(v), withoutIdentity('内部备注')),
});
export type WriteChatNote = z.output<typeof writeChatNote>;

export const pauseChats = z.strictObject({ reason: requiredLine('原因', 200) });
export type PauseChats = z.output<typeof pauseChats>;

const talks = z.record(z.string().regex(/^[1-9]\d{0,14}$/), seq).refine((all) => {
  return Object.keys(all).length <= MAX_CHATS_AT_ONCE;
});
/** What a client says over its socket: everything else goes over HTTP. */
export const clientFrame = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('hello'), v: z.literal(1), have: talks }),
  z.strictObject({ t: z.literal('have'), have: talks }),
  z.strictObject({ t: z.literal('typing'), c: z.int().positive() }),
  z.strictObject({ t: z.literal('beat') }),
]);
export type ClientFrame = z.output<typeof clientFrame>;
