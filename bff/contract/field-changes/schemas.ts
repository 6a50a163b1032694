import { z } from 'zod';
import { CORRECTION_FIELD_KEYS } from '../corrections/enums.ts';
import { MAX_CORRECTION_REASON, MAX_CORRECTION_WANTED } from '../corrections/limits.ts';
import { id, keyOf, licenceNo, paragraph, properName, registryDay, requiredLine, seenVersion } from '../fields.ts';
import { IDENTITY_KINDS } from '../registry/enums.ts';
import { identityFault } from '../registry/identity.ts';
import { namesIdentity, toPlainNumber } from '../text.ts';
import { MAX_TICKET_BODY, MAX_TICKET_FILES } from '../tickets/limits.ts';
import { identityFiles } from '../tickets/schemas.ts';
import { MAX_FIRM_SEARCH } from './limits.ts';

const words = (label: string, max: number) =>
  paragraph(label, max)
    .refine((v) => v !== '', { error: `请填写${label}` })
    .refine((v) => !namesIdentity(v), {
      error: `${label}中请不要写身份证号码，请上传证件照片，或到协会窗口出示证件`,
    });

const token = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' });
const tokens = (max: number) =>
  z
    .array(token, { error: '附件格式有误' })
    .max(max, { error: `附件最多${max}份` })
    .refine((all) => new Set(all).size === all.length, { error: '同一份附件只需上传一次' })
    .default([]);

const idempotencyKey = z
  .string({ error: '缺少提交标识，请刷新页面后重试' })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' });

export const openFieldChange = z.strictObject({
  /** One of the firm's own lawyers; absent: the member itself. */
  lawyerId: id('律师').optional(),
  field: z.enum(CORRECTION_FIELD_KEYS, { error: '请选择有误的项目' }),
  /**
   * In the form of the registry: a key where there is a choice, yyyy-MM-dd for a day; of a new firm its licence number,
   * a blank and the day of the move.
   */
  wanted: words('正确内容', MAX_CORRECTION_WANTED),
  reason: words('理由', MAX_CORRECTION_REASON),
  attachments: tokens(MAX_TICKET_FILES),
  identityFiles,
  idempotencyKey,
});
export type OpenFieldChange = z.input<typeof openFieldChange>;
export type OpenFieldChangeParsed = z.output<typeof openFieldChange>;

/** 转入: of a lawyer who joins the firm that asks; whether the registry knows the lawyer is not said. */
export const openJoining = z.strictObject({
  name: properName('姓名', 50),
  licenceNo: licenceNo('执业证号'),
  /** The day on the new licence. */
  on: registryDay('转入日期'),
  reason: words('说明', MAX_CORRECTION_REASON),
  attachments: tokens(MAX_TICKET_FILES),
  identityFiles,
  idempotencyKey,
});
export type OpenJoining = z.input<typeof openJoining>;
export type OpenJoiningParsed = z.output<typeof openJoining>;

export const findFirmsToJoin = z.strictObject({ search: requiredLine('机构名称', MAX_FIRM_SEARCH) });
export type FindFirmsToJoin = z.input<typeof findFirmsToJoin>;

const seen = { version: seenVersion, body: words('答复', MAX_TICKET_BODY) };

/** adopt: the registry's own act writes the asked value; settle: staff have done it by hand; refuse: it stays. */
export const decideFieldChange = z
  .discriminatedUnion(
    'verdict',
    [
      z.strictObject({
        verdict: z.literal('adopt'),
        ...seen,
        /** Of the member's own entry, as it was shown beside the ticket. */
        subjectVersion: seenVersion,
        /** Files of the ticket that the decision rests on. */
        proofs: tokens(50),
        /** The number of a document is read off its picture by staff. */
        identityKind: keyOf(IDENTITY_KINDS, '证件类型').optional(),
        identityNumber: z.string().transform(toPlainNumber).optional(),
      }),
      z.strictObject({ verdict: z.literal('settle'), ...seen }),
      z.strictObject({ verdict: z.literal('refuse'), ...seen }),
    ],
    { error: '请选择采纳或者不采纳' },
  )
  .superRefine((decision, context) => {
    if (decision.verdict !== 'adopt' || decision.identityNumber === undefined) return;
    const { identityKind = 'resident', identityNumber } = decision;
    const message = identityFault(identityKind, identityNumber);
    if (message) context.addIssue({ code: 'custom', message, path: ['identityNumber'] });
  });
export type DecideFieldChange = z.input<typeof decideFieldChange>;
export type FieldChangeDecision = z.output<typeof decideFieldChange>;
