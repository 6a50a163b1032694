import { correctionEndpoints as corrections } from '../../../contract/corrections/endpoints.ts';
import * as replies from '../../../contract/corrections/replies.ts';
import * as schemas from '../../../contract/corrections/schemas.ts';
import { pageOf } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { listCorrections } from './list-corrections.ts';
import { findTicketOf } from './policy.ts';
import { showCorrectable } from './show-correctable.ts';

/** 信息有误: what members may say is wrong in the registry, and in which tickets they do. */
export const correctionRoutes = [
  route(
    corrections.showCorrectable,
    { query: schemas.showCorrectable, reply: replies.correctableReply },
    ({ actor, query }) => showCorrectable({ actor, ...query }),
  ),
  route(corrections.findOwnCorrection, { params: idParams, reply: replies.correctionTicket }, ({ actor, params }) =>
    findTicketOf(actor, params.id),
  ),
  route(
    corrections.listCorrections,
    { query: schemas.listCorrections, reply: pageOf(replies.correctionRow) },
    ({ query }) => listCorrections(query),
  ),
  route(corrections.findCorrection, { params: idParams, reply: replies.correctionTicket }, ({ actor, params }) =>
    findTicketOf(actor, params.id),
  ),
];
