import { z } from 'zod';
import { REGISTRATION_STATES } from '../activities/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { DIRECTIONS, SCAN_DECISIONS, SCAN_DOUBTS, SCAN_WAYS } from './enums.ts';

/** What a member's page makes the code of: kept by it, so that the code is there without a network. */
export const ownCode = reply('OwnCode', {
  now: instant,
  activityId: z.int(),
  title: z.string(),
  name: z.string(),
  /** Twenty bytes in base32. */
  secret: z.string(),
  until: instant,
});
export type OwnCode = z.infer<typeof ownCode>;

const rosterEntry = z.strictObject({
  id: z.int(),
  /** As it stands in the code. */
  code: z.string(),
  name: z.string(),
  firm: z.string(),
  group: z.string(),
  state: oneOf(REGISTRATION_STATES),
  /** The last four of licence number and telephone. */
  licence: z.string(),
  phone: z.string(),
  arrivedAt: instant.nullable(),
  entrance: z.string(),
});
export type RosterEntry = z.infer<typeof rosterEntry>;

const roster = {
  now: instant,
  activityId: z.int(),
  title: z.string(),
  place: z.string(),
  beginsAt: instant,
  endsAt: instant,
  /** When a device forgets all of it. */
  until: instant,
  entries: z.array(rosterEntry),
  /** Activities of these days, whose codes are shown at the wrong door. */
  others: z.array(z.strictObject({ id: z.int(), title: z.string(), beginsAt: instant })),
};
export const doorRoster = reply('DoorRoster', roster);
export type DoorRoster = z.infer<typeof doorRoster>;

/** What a device is given once. */
export const openedDoor = reply('OpenedDoor', {
  ...roster,
  entrance: z.string(),
  token: z.string(),
  /** The key of the activity, 32 bytes in base64. */
  key: z.string(),
});
export type OpenedDoor = z.infer<typeof openedDoor>;

export const scansTaken = reply('ScansTaken', {
  now: instant,
  /** Scans of the device that are kept; fewer than it has sent: some were lost here, and it sends all of them again. */
  kept: z.int(),
  /** Who is in by now, by registration, from every entrance. */
  arrived: z.array(z.strictObject({ id: z.int(), at: instant, entrance: z.string() })),
});
export type ScansTaken = z.infer<typeof scansTaken>;

export const arrived = reply('Arrived', { title: z.string(), at: instant, isFirst: z.boolean() });
export type Arrived = z.infer<typeof arrived>;

/** 签到 as staff see it. */
export const doorPage = reply('DoorPage', {
  now: instant,
  title: z.string(),
  present: z.int(),
  seated: z.int(),
  devices: z.array(
    z.strictObject({
      id: z.int(),
      entrance: z.string(),
      openedBy: z.string(),
      openedAt: instant,
      seenAt: instant.nullable(),
      scans: z.int(),
      /** How many the device said the last time that it keeps. */
      waiting: z.int(),
      /** How far its clock is off, ms. */
      offsetMs: z.int(),
      isDismissed: z.boolean(),
    }),
  ),
  doubts: z.array(
    z.strictObject({
      id: z.int(),
      at: instant,
      entrance: z.string(),
      read: z.string(),
      name: z.string(),
      direction: oneOf(DIRECTIONS),
      way: oneOf(SCAN_WAYS),
      /** `hand`: more than a tenth of its device were by hand. */
      doubt: z.union([oneOf(SCAN_DOUBTS), z.literal('hand')]),
      decision: oneOf(SCAN_DECISIONS),
      can: z.strictObject({ accept: z.boolean() }),
    }),
  ),
  /** Let in without a network though cancelled or on leave by then. */
  passes: z.array(z.strictObject({ name: z.string(), at: instant, state: oneOf(REGISTRATION_STATES) })),
  can: z.strictObject({ open: z.boolean() }),
});
export type DoorPage = z.infer<typeof doorPage>;

/** The code on the screen of the hall. */
export const hallScreen = reply('HallScreen', {
  /** A QR code as a data: address. */
  picture: z.string(),
  title: z.string(),
  present: z.int(),
  until: instant,
  now: instant,
});
export type HallScreen = z.infer<typeof hallScreen>;

/** What the host says. */
export const hallDigits = reply('HallDigits', { digits: z.string() });
export type HallDigits = z.infer<typeof hallDigits>;
