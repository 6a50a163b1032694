import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { DRAW_RESULTS } from './enums.ts';

/** What everybody knows of a draw before it is held. */
const promised = {
  /** The code of the page on which anybody recomputes it. */
  code: z.string(),
  /** SHA-256 of the seed, hex. */
  commitment: z.string(),
  /** The public draw that was named at publishing, and when it is held. */
  source: z.string(),
  drawAt: instant,
  /** When the list of tickets was frozen; null: sign-up goes on. */
  frozenAt: instant.nullable(),
  ticketCount: z.int(),
  /** SHA-256 of the frozen list, hex; '' before. */
  listHash: z.string(),
  drawnAt: instant.nullable(),
};

const placed = { position: z.int().nullable(), result: oneOf(DRAW_RESULTS).nullable() };

/** A draw as its member sees it, with his own ticket. */
export const ownDraw = z.strictObject({
  ...promised,
  own: z.strictObject({ ticket: z.string(), ...placed }).nullable(),
});

/** A draw as staff see it. What the first person entered is not told: the second enters it anew. */
export const staffDraw = z.strictObject({
  ...promised,
  first: z.strictObject({ by: z.string(), at: instant }).nullable(),
  secondBy: z.string(),
  outcome: z.string(),
  /** Tickets that were drawn and wait for their seat or their answer. */
  undecided: z.int(),
  canEnter: z.boolean(),
});
export type StaffDraw = z.infer<typeof staffDraw>;

/** Everything that is needed to recompute a draw, for anybody. */
export const drawPage = reply('DrawPage', {
  ...promised,
  now: instant,
  title: z.string(),
  closesAt: instant,
  capacity: z.int(),
  groups: z.array(z.strictObject({ id: z.int(), name: z.string(), capacity: z.int() })),
  /** It was made as a copy of another activity: that one may have been drawn before. */
  isCopy: z.boolean(),
  /** What came of the public draw; '' before. */
  outcome: z.string(),
  /** Hex; null before it is drawn. */
  seed: z.string().nullable(),
  /** By ticket, once the list is frozen. */
  tickets: z.array(z.strictObject({ ticket: z.string(), groupId: z.int(), ...placed })),
});
export type DrawPage = z.infer<typeof drawPage>;
