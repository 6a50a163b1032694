import { z } from 'zod';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { DOWNLOAD_PARTS, DOWNLOAD_STATES, RETENTION } from './enums.ts';

/** 下载我的信息: files that were asked for, the latest first. */
export const dataDownloads = reply('DataDownloads', {
  items: z.array(
    z.strictObject({
      id: z.int(),
      parts: oneOf(DOWNLOAD_PARTS),
      state: oneOf(DOWNLOAD_STATES),
      askedAt: instant,
      keptUntil: instant.nullable(),
      takenAt: instant.nullable(),
    }),
  ),
  /** How many more may be asked for now. */
  left: z.int(),
  /** From when identity documents may be asked for; null: the rest has to be asked for first. */
  identityFrom: instant.nullable(),
});
export type DataDownloads = z.infer<typeof dataDownloads>;

/** What the nightly round removed, the latest first. */
export const retentionRemovals = reply('RetentionRemovals', {
  items: z.array(z.strictObject({ on: day, kind: oneOf(RETENTION), removed: z.int() })),
});
export type RetentionRemovals = z.infer<typeof retentionRemovals>;
