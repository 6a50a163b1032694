import { ticketDutyEndpoints as duty } from '../../../contract/ticket-duty/endpoints.ts';
import * as replies from '../../../contract/ticket-duty/replies.ts';
import * as schemas from '../../../contract/ticket-duty/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { handOver } from './hand-over.ts';
import { printHandover, showHandover } from './show-handover.ts';

/** 交接单: what a member of staff has open, printed and passed on. */
export const handoverRoutes = [
  route(duty.showHandover, { params: idParams, reply: replies.handover }, ({ params }) => showHandover(params.id)),
  route(duty.printHandover, { params: idParams }, async ({ params }) => ({
    bytes: await printHandover(params.id),
    fileName: '工单交接单.pdf',
  })),
  route(
    duty.handOver,
    { params: idParams, body: schemas.handOver, reply: replies.handover },
    async ({ actor, params, body }) => {
      await handOver({ actor, accountId: params.id, ...body });
      return showHandover(params.id);
    },
  ),
];
