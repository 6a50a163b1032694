import { z } from 'zod';
import { SHARE_STATES } from './enums.ts';
import { knownCertificate } from '../verification/replies.ts';
import { day, instant, named, oneOf, reply } from '../reply-parts.ts';

/** A link as its member sees it. */
export const shareLinkReply = reply('ShareLinkReply', {
  id: z.int(),
  /** Empty: not named yet. */
  recipient: z.string(),
  purpose: z.string(),
  /** null once it opens nothing any more. */
  url: z.string().nullable(),
  /** The access code to be told to the recipient on another way; null: none is asked for. */
  code: z.string().nullable(),
  createdAt: instant,
  /** Its last day, yyyy-MM-dd. */
  expiresOn: day,
  viewLimit: z.int().nullable(),
  views: z.int(),
  mayDownload: z.boolean(),
  state: oneOf(SHARE_STATES),
  /** Sent back with a change. */
  version: z.int(),
  can: z.strictObject({
    revoke: z.boolean(),
    change: z.boolean(),
  }),
  /** When it was opened, latest first, at most twenty. */
  opened: z.array(
    z.strictObject({
      at: instant,
      device: z.string(),
    }),
  ),
});
export type ShareLinkReply = z.infer<typeof shareLinkReply>;

/**
 * What the recipient's page is told. `preview`: a robot or a browser asked ahead of a reader; nothing is shown or
 * counted. `unknown`: no such link. `unconfirmed`: see the
 * answers of verification.
 */
export const openedShareReply = named(
  'OpenedShareReply',
  z.discriminatedUnion('state', [
    z.strictObject({
      state: z.enum([
        'unknown',
        'unconfirmed',
        'preview',
        'code_required',
        'wrong_code',
        ...oneOf(SHARE_STATES).exclude(['open']).options,
      ]),
    }),
    z.strictObject({
      state: z.literal('open'),
      /** Empty: the member has not named one. */
      recipient: z.string(),
      purpose: z.string(),
      expiresOn: day,
      mayDownload: z.boolean(),
      verification: knownCertificate,
    }),
  ]),
);
export type OpenedShareReply = z.infer<typeof openedShareReply>;
