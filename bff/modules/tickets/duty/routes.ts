import { ticketDutyEndpoints as duty } from '../../../contract/ticket-duty/endpoints.ts';
import * as replies from '../../../contract/ticket-duty/replies.ts';
import * as schemas from '../../../contract/ticket-duty/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { endLeave, setLeave, setPresence } from './set-duty.ts';
import { showDutyTeam, showOwnDuty } from './show-duty.ts';

/** 在岗、暂离、休假: who is given tickets, and who stands in. */
export const ticketDutyRoutes = [
  route(duty.showOwnDuty, { reply: replies.ownDuty }, ({ actor }) => showOwnDuty({ actor })),
  route(duty.setOwnPresence, { body: schemas.setPresence, reply: replies.ownDuty }, async ({ actor, body }) => {
    await setPresence({ actor, accountId: actor.accountId, ...body });
    return showOwnDuty({ actor });
  }),
  route(duty.setOwnLeave, { body: schemas.setLeave, reply: replies.ownDuty }, async ({ actor, body }) => {
    await setLeave({ actor, accountId: actor.accountId, leave: body });
    return showOwnDuty({ actor });
  }),
  route(duty.endOwnLeave, { query: schemas.endLeave, reply: replies.ownDuty }, async ({ actor, query }) => {
    await endLeave({ actor, accountId: actor.accountId, ...query });
    return showOwnDuty({ actor });
  }),
  route(duty.showDutyTeam, { reply: replies.dutyTeam }, () => showDutyTeam()),
  route(
    duty.setPresenceOf,
    { params: idParams, body: schemas.setPresence, reply: replies.dutyTeam },
    async ({ actor, params, body }) => {
      await setPresence({ actor, accountId: params.id, ...body });
      return showDutyTeam();
    },
  ),
  route(
    duty.setLeaveOf,
    { params: idParams, body: schemas.setLeave, reply: replies.dutyTeam },
    async ({ actor, params, body }) => {
      await setLeave({ actor, accountId: params.id, leave: body });
      return showDutyTeam();
    },
  ),
  route(
    duty.endLeaveOf,
    { params: idParams, query: schemas.endLeave, reply: replies.dutyTeam },
    async ({ actor, params, query }) => {
      await endLeave({ actor, accountId: params.id, ...query });
      return showDutyTeam();
    },
  ),
];
