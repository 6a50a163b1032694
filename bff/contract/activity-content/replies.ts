import { z } from 'zod';
import { seriesOfActivity } from '../activity-series/replies.ts';
import { attachmentReply, keptFileReply } from '../files/replies.ts';
import { richNode } from '../rich-text/replies.ts';

/** What an activity says of itself, to members and staff alike. */
export const content = {
  series: seriesOfActivity.nullable(),
  poster: attachmentReply.nullable(),
  organiser: z.string(),
  speakers: z.string(),
  details: z.array(richNode),
  attachments: z.array(keptFileReply),
  notice: z.string(),
  contact: z.string(),
  address: z.string(),
  mapPoint: z.string(),
  cancelReason: z.string(),
  /** Cancelled at short notice. */
  isUrgent: z.boolean(),
};
