import { recipientEndpoints } from '../../contract/recipients/endpoints.ts';
import * as schemas from '../../contract/recipients/schemas.ts';
import * as replies from '../../contract/recipients/replies.ts';
import { route } from '../../http/route.ts';
import { lookUpRecipient, readmitRecipient } from './readmit-recipient.ts';
import { readStop, stopMail } from './stop-mail.ts';

export const recipientRoutes = [
  route(
    recipientEndpoints.readMailStop,
    { body: schemas.stopMail, reply: replies.mailStopReply },
    ({ body, address }) => readStop({ token: body.token, address }),
  ),
  route(recipientEndpoints.stopMail, { body: schemas.stopMail, reply: replies.mailStopReply }, ({ body, address }) =>
    stopMail({ token: body.token, address }),
  ),
  route(
    recipientEndpoints.lookUpRecipient,
    { body: schemas.lookUpRecipient, reply: replies.recipientReply },
    ({ body }) => lookUpRecipient(body.address),
  ),
  route(
    recipientEndpoints.readmitRecipient,
    { body: schemas.readmitRecipient, reply: replies.recipientReply },
    ({ actor, body }) => readmitRecipient({ actor, ...body }),
  ),
];
