import { fieldChangeEndpoints as changes } from '../../../contract/field-changes/endpoints.ts';
import * as replies from '../../../contract/field-changes/replies.ts';
import * as schemas from '../../../contract/field-changes/schemas.ts';
import { ownTicket } from '../../../contract/tickets/replies.ts';
import { idParams, route } from '../../../http/route.ts';
import { checkMemberText } from '../../wechat/check-member-text.ts';
import { findFirmsToJoin } from './firms-to-join.ts';
import { openFieldChange } from './open-field-change.ts';
import { openJoining } from './open-joining.ts';
import { showOwnTicket } from '../asking/show-own-ticket.ts';
import { decideFieldChange } from './decide-field-change.ts';
import { showEffects } from './show-effects.ts';
import { showFieldChange, showOwnFieldChange } from './show-field-change.ts';

/** Tickets that ask for another value of the registry: opened filled in, decided in one step. */
export const fieldChangeRoutes = [
  route(changes.openFieldChange, { body: schemas.openFieldChange, reply: ownTicket }, async ({ actor, body }) => {
    const doubt = await checkMemberText({ actor, fields: { reason: body.reason } });
    return showOwnTicket({ actor, id: await openFieldChange({ actor, input: body, doubt }) });
  }),
  route(changes.openJoining, { body: schemas.openJoining, reply: ownTicket }, async ({ actor, body }) => {
    const doubt = await checkMemberText({ actor, fields: { reason: body.reason } });
    return showOwnTicket({ actor, id: await openJoining({ actor, input: body, doubt }) });
  }),
  route(changes.findFirmsToJoin, { query: schemas.findFirmsToJoin, reply: replies.firmsToJoin }, ({ query }) =>
    findFirmsToJoin(query),
  ),
  route(changes.showOwnFieldChange, { params: idParams, reply: replies.ownFieldChange }, ({ actor, params }) =>
    showOwnFieldChange({ actor, id: params.id }),
  ),
  route(changes.showFieldChange, { params: idParams, reply: replies.fieldChangeReply }, ({ actor, params }) =>
    showFieldChange({ actor, id: params.id }),
  ),
  route(changes.showFieldChangeEffects, { params: idParams, reply: replies.fieldChangeEffects }, ({ actor, params }) =>
    showEffects({ actor, id: params.id }),
  ),
  route(
    changes.decideFieldChange,
    { params: idParams, body: schemas.decideFieldChange, reply: replies.fieldChangeReply },
    async ({ actor, params, body }) => {
      await decideFieldChange({ actor, id: params.id, decision: body });
      return showFieldChange({ actor, id: params.id });
    },
  ),
];
