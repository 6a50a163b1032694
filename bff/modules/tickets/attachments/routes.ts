import { z } from 'zod';
import { attachmentReply } from '../../../contract/files/replies.ts';
import { listPages } from '../../../contract/fields.ts';
import { nothing, pageOf } from '../../../contract/reply-parts.ts';
import { ticketFileEndpoints as files } from '../../../contract/ticket-files/endpoints.ts';
import { ticketOpening } from '../../../contract/ticket-files/replies.ts';
import { uploadedFile } from '../../../http/read-upload.ts';
import { idParams, route } from '../../../http/route.ts';
import { attachmentOf } from '../../files/list-files.ts';
import { listOpenings } from './list-openings.ts';
import { uploadTicketFile } from './upload-ticket-file.ts';
import { withdrawTicketFile } from './withdraw-ticket-file.ts';

/** A file of a message. */
export const fileParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });

/** Files of tickets. */
export const ticketFileRoutes = [
  route(files.uploadTicketFile, { body: uploadedFile, reply: attachmentReply }, async ({ actor, body }) =>
    attachmentOf(await uploadTicketFile({ actor, ...body })),
  ),
  route(files.listTicketOpenings, { query: listPages, reply: pageOf(ticketOpening) }, ({ actor, query }) =>
    listOpenings({ actor, ...query }),
  ),
  route(files.withdrawTicketFile, { params: fileParams, reply: nothing }, async ({ actor, params }) => {
    await withdrawTicketFile({ actor, messageId: params.id, token: params.file });
    return null;
  }),
];
