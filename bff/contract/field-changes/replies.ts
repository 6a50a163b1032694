import { z } from 'zod';
import { CORRECTION_INPUTS, CORRECTION_STATES } from '../corrections/enums.ts';
import { keptFileReply } from '../files/replies.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { CHANGE_STATES } from '../two-person/enums.ts';

const asked = {
  label: z.string(),
  subjectName: z.string(),
  subjectLicenceNo: z.string(),
  /** A firm about one of its lawyers. */
  isClaim: z.boolean(),
  /** As registered when it was asked for, in words. */
  present: z.string(),
  wanted: z.string(),
  state: oneOf(CORRECTION_STATES),
};

/** What an own ticket asks of the registry; null: nothing. */
export const ownFieldChange = reply('OwnFieldChange', { change: z.strictObject(asked).nullable() });
export type OwnFieldChange = z.infer<typeof ownFieldChange>;

/** The same for staff, beside what the registry says now; null: the ticket asks nothing of it. */
export const fieldChangeReply = reply('FieldChange', {
  change: z
    .strictObject({
      ...asked,
      subjectKind: oneOf(SUBJECT_KINDS),
      subjectId: z.int(),
      subjectVersion: z.int(),
      input: z.enum(CORRECTION_INPUTS),
      /** What the registry says at the moment, in words. */
      now: z.string(),
      /** The registry says something else than when it was asked for. */
      hasChanged: z.boolean(),
      /** What has to be attached; null: whatever proves it. */
      proof: z.string().nullable(),
      takesTwo: z.boolean(),
      /** Files of the member in this ticket. */
      proofs: z.array(z.strictObject({ messageId: z.int(), file: keptFileReply })),
      /** Asked of a second person; null: not yet. */
      proposal: z
        .strictObject({
          id: z.int(),
          state: oneOf(CHANGE_STATES),
          by: z.string(),
          at: instant,
          decidedBy: z.string(),
        })
        .nullable(),
      /** adopt: an act of the registry can carry it out, nothing has changed since, and no second person is waited for. */
      can: z.strictObject({ adopt: z.boolean(), decide: z.boolean() }),
    })
    .nullable(),
});
export type FieldChangeReply = z.infer<typeof fieldChangeReply>;

/** 影响: what rests on the value that is to be changed. */
export const fieldChangeEffects = reply('FieldChangeEffects', {
  /** Letters that stand and print it. `isMore`: there are older ones that nobody has looked into. */
  letters: z.strictObject({
    count: z.int(),
    isMore: z.boolean(),
    latest: z.array(z.strictObject({ number: z.string(), holder: z.string() })),
  }),
  /** Applications that wait for a person. */
  reviews: z.int(),
  /** Paper orders that are not over. */
  orders: z.int(),
});
export type FieldChangeEffects = z.infer<typeof fieldChangeEffects>;

/** Firms that a lawyer may have moved to. */
export const firmsToJoin = reply('FirmsToJoin', {
  items: z.array(z.strictObject({ name: z.string(), licenceNo: z.string() })),
  /** There are more than these. */
  isMore: z.boolean(),
});
export type FirmsToJoin = z.infer<typeof firmsToJoin>;
