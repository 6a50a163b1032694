import { z } from 'zod';
import { externalHoursEndpoints as hours } from '../../contract/external-hours/endpoints.ts';
import * as replies from '../../contract/external-hours/replies.ts';
import * as schemas from '../../contract/external-hours/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { ofHoursClaim } from '../../subject.ts';
import { readFile } from '../files/read-file.ts';
import { claimHours } from './claim-hours.ts';
import { decideClaim } from './decide-claim.ts';
import { listClaims, listOwnClaims } from './list-claims.ts';
import { mendClaim } from './mend-claim.ts';
import { showClaim, showOwnClaim } from './show-claim.ts';
import { withdrawClaim } from './withdraw-claim.ts';

const fileParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });

/** 校外学时申报: claimed by lawyers, decided by staff. */
export const externalHoursRoutes = [
  route(
    hours.listOwnHoursClaims,
    { query: schemas.listOwnHoursClaims, reply: pageOf(replies.ownHoursClaimRow) },
    ({ actor, query }) => listOwnClaims({ actor, ...query }),
  ),
  route(hours.claimHours, { body: schemas.claimHours, reply: replies.hoursClaimed }, async ({ actor, body }) => ({
    id: await claimHours({ actor, input: body }),
  })),
  route(hours.showOwnHoursClaim, { params: idParams, reply: replies.ownHoursClaim }, ({ actor, params }) =>
    showOwnClaim({ actor, id: params.id }),
  ),
  route(
    hours.mendHoursClaim,
    { params: idParams, body: schemas.mendHoursClaim, reply: replies.ownHoursClaim },
    async ({ actor, params, body }) => {
      await mendClaim({ actor, id: params.id, input: body });
      return showOwnClaim({ actor, id: params.id });
    },
  ),
  route(hours.withdrawHoursClaim, { params: idParams, reply: replies.ownHoursClaim }, async ({ actor, params }) => {
    await withdrawClaim({ actor, id: params.id });
    return showOwnClaim({ actor, id: params.id });
  }),
  route(hours.showOwnHoursProof, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofHoursClaim(params.id), token: params.file }),
  ),
  route(hours.listHoursClaims, { query: schemas.listHoursClaims, reply: pageOf(replies.hoursClaimRow) }, ({ query }) =>
    listClaims(query),
  ),
  route(hours.showHoursClaim, { params: idParams, reply: replies.hoursClaimDetail }, ({ actor, params }) =>
    showClaim({ actor, id: params.id }),
  ),
  route(hours.showHoursProof, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofHoursClaim(params.id), token: params.file }),
  ),
  route(
    hours.decideHoursClaim,
    { params: idParams, body: schemas.decideHoursClaim, reply: replies.hoursClaimDetail },
    async ({ actor, params, body }) => {
      await decideClaim({ actor, id: params.id, decision: body });
      return showClaim({ actor, id: params.id });
    },
  ),
];
