import { z } from 'zod';
import { announcementItem } from '../announcements/replies.ts';
import { workbenchReply } from '../certificates/replies.ts';
import { unreadReply } from '../notifications/replies.ts';
import { profileSummary } from '../profile/replies.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { HOME_TASKS } from './enums.ts';

/** 首要工作: the one thing to do first. */
export const homeTask = reply('HomeTask', {
  kind: oneOf(HOME_TASKS),
  title: z.string(),
  words: z.string(),
  /** How far it is; null: it is done or not. */
  percent: z.int().nullable(),
  /** Until when; null: no end is set. */
  until: instant.nullable(),
  /** Where it leads in the member client: `application?id=5`. */
  page: z.string(),
  /** What the button says. */
  act: z.string(),
});
export type HomeTask = z.infer<typeof homeTask>;

export const homeActivities = reply('HomeActivities', {
  /** Seats that are held for the lawyer, who has to say yes or no. */
  offers: z.int(),
  /** Signed up for, or waiting, and still to come. */
  coming: z.int(),
  next: z.strictObject({ activityId: z.int(), title: z.string(), place: z.string(), beginsAt: instant }).nullable(),
  /** Cancelled at short notice, until they would have been over. */
  calledOff: z.array(z.strictObject({ activityId: z.int(), title: z.string(), beginsAt: instant, reason: z.string() })),
});
export type HomeActivities = z.infer<typeof homeActivities>;

export const homeHours = reply('HomeHours', {
  year: z.int(),
  /** This year's that count. */
  tenths: z.int(),
  /** Asked for in this year; 0: none are. */
  requiredTenths: z.int(),
});
export type HomeHours = z.infer<typeof homeHours>;

export const homeTickets = reply('HomeTickets', {
  open: z.int(),
  /** Waiting for the member's own answer. */
  asked: z.int(),
});
export type HomeTickets = z.infer<typeof homeTickets>;

/** What a part of the home page holds; null: nothing for this kind of member. */
export const HOME_PARTS = {
  certificates: workbenchReply,
  profile: profileSummary.nullable(),
  activities: homeActivities.nullable(),
  hours: homeHours.nullable(),
  tickets: homeTickets,
  inbox: unreadReply,
  announcements: z.array(announcementItem),
} as const;
export type HomePartName = keyof typeof HOME_PARTS;
export type HomeParts = { [Name in HomePartName]: z.infer<(typeof HOME_PARTS)[Name]> };

/** A part, or that it could not be had: the others are there all the same. */
const part = <S extends z.ZodType>(value: S) =>
  z.union([z.strictObject({ isThere: z.literal(true), value }), z.strictObject({ isThere: z.literal(false) })]);

export const homeReply = reply('Home', {
  task: part(homeTask.nullable()),
  certificates: part(HOME_PARTS.certificates),
  profile: part(HOME_PARTS.profile),
  activities: part(HOME_PARTS.activities),
  hours: part(HOME_PARTS.hours),
  tickets: part(HOME_PARTS.tickets),
  inbox: part(HOME_PARTS.inbox),
  announcements: part(HOME_PARTS.announcements),
});
export type HomeReply = z.infer<typeof homeReply>;
