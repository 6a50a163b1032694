import { z } from 'zod';
import { day, oneOf, reply } from '../reply-parts.ts';
import { FINDING_RESULTS, REVIEW_MODES, REVIEW_RULES } from '../review/enums.ts';
import type { REMEDIES } from './enums.ts';

const kind = <Kind extends keyof typeof REMEDIES>(name: Kind) => ({ kind: z.literal(name) });
const typeLink = z.strictObject({ code: z.string(), label: z.string() });

/** What a member can do about a reason; the form is changed by it and looked at again. */
export const remedy = z.discriminatedUnion('kind', [
  /** Who began to practise later counts from his or her own first day, and the letter says so. */
  z.strictObject(kind('own-start')),
  /** The letter names the others alone: `keep`, in a letter of that type. */
  z.strictObject({
    ...kind('drop-lawyers'),
    type: typeLink,
    keep: z.array(z.strictObject({ id: z.int(), name: z.string(), licenceNo: z.string() })),
  }),
  /** The earliest day on which this reason is gone. */
  z.strictObject({ ...kind('since'), since: day }),
  z.strictObject({ ...kind('type'), type: typeLink }),
  z.strictObject({ ...kind('field'), field: z.enum(['purpose', 'year']) }),
  z.strictObject(kind('record')),
]);
export type Remedy = z.infer<typeof remedy>;

/** Why a letter is not issued at once. */
export const preCheckReason = reply('PreCheckReason', {
  rule: oneOf(REVIEW_RULES),
  /** Never `holds`. What is others' own business is said to be in doubt, whatever it is. */
  result: oneOf(FINDING_RESULTS),
  /** The reason in a sentence. */
  words: z.string(),
  /** Whom it is about, where there are several and the member may know. */
  names: z.array(z.string()),
  remedies: z.array(remedy),
});
export type PreCheckReason = z.infer<typeof preCheckReason>;

/** What would become of the form if it were submitted now. */
export const preCheckReply = reply('PreCheckReply', {
  /** `automatic`: issued at once. */
  reviewMode: oneOf(REVIEW_MODES),
  reasons: z.array(preCheckReason),
  /** How long others waited for a person lately, minutes of the office hours; null: nobody is waited for, or too few have. */
  usualWaitMinutes: z.int().nullable(),
  /** Sent along by the submit: it is refused if the letter or the answer would be another one by then. */
  seen: z.string(),
});
export type PreCheckReply = z.infer<typeof preCheckReply>;
