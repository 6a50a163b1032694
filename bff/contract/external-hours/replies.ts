import { z } from 'zod';
import { attachmentReply } from '../files/replies.ts';
import { HOURS_KINDS, HOURS_STATES, HOURS_MODES } from '../records/enums.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { CLAIM_EVENTS, CLAIM_STATES } from './enums.ts';

const course = {
  id: z.int(),
  state: oneOf(CLAIM_STATES),
  title: z.string(),
  organiser: z.string(),
  beginsOn: day,
  endsOn: day,
  kind: oneOf(HOURS_KINDS),
  mode: oneOf(HOURS_MODES),
  /** How much the lawyer claims. */
  tenths: z.int(),
  /** As accepted; null: not accepted. */
  acceptedTenths: z.int().nullable(),
  /** When it was handed in, the last time. */
  submittedAt: instant,
};

/** A line of 校外学时申报, as its lawyer sees it. */
export const ownHoursClaimRow = reply('OwnHoursClaimRow', course);
export type OwnHoursClaimRow = z.infer<typeof ownHoursClaimRow>;

const timeline = z.array(z.strictObject({ event: oneOf(CLAIM_EVENTS), at: instant, by: z.string(), note: z.string() }));

export const ownHoursClaim = reply('OwnHoursClaim', {
  ...course,
  note: z.string(),
  attachments: z.array(attachmentReply),
  /** What the association said last; ''. */
  opinion: z.string(),
  timeline,
  version: z.int(),
  can: z.strictObject({ mend: z.boolean(), withdraw: z.boolean() }),
});
export type OwnHoursClaim = z.infer<typeof ownHoursClaim>;

export const hoursClaimed = reply('HoursClaimed', { id: z.int() });
export type HoursClaimed = z.infer<typeof hoursClaimed>;

/** A line of the staff's queue. */
export const hoursClaimRow = reply('HoursClaimRow', {
  ...course,
  lawyerId: z.int(),
  lawyerName: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
});
export type HoursClaimRow = z.infer<typeof hoursClaimRow>;

export const hoursClaimDetail = reply('HoursClaimDetail', {
  ...hoursClaimRow.shape,
  note: z.string(),
  attachments: z.array(attachmentReply),
  timeline,
  /** Other claims of the lawyer on the same days that are not refused and not withdrawn; `isSame`: of the same organiser. */
  alike: z.array(
    z.strictObject({
      id: z.int(),
      state: oneOf(CLAIM_STATES),
      title: z.string(),
      organiser: z.string(),
      beginsOn: day,
      endsOn: day,
      tenths: z.int(),
      isSame: z.boolean(),
    }),
  ),
  /** Hours of the lawyer that the registry has of these days already. */
  registered: z.array(
    z.strictObject({ id: z.int(), title: z.string(), heldOn: day, tenths: z.int(), state: oneOf(HOURS_STATES) }),
  ),
  /** What these days can give at most, in tenths. */
  mostTenths: z.int(),
  opinion: z.string(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  version: z.int(),
  can: z.strictObject({ decide: z.boolean() }),
});
export type HoursClaimDetail = z.infer<typeof hoursClaimDetail>;
