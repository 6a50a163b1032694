import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** 日历订阅; `madeAt` null: there is none. */
export const calendarFeed = reply('CalendarFeed', {
  madeAt: instant.nullable(),
  /** When a calendar program last asked; null: none has. */
  readAt: instant.nullable(),
});
export type CalendarFeed = z.infer<typeof calendarFeed>;

export const madeCalendarFeed = reply('MadeCalendarFeed', { address: z.string(), madeAt: instant });
export type MadeCalendarFeed = z.infer<typeof madeCalendarFeed>;
