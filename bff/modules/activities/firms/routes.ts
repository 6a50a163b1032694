import { firmSignUpEndpoints as firms } from '../../../contract/firm-sign-up/endpoints.ts';
import * as replies from '../../../contract/firm-sign-up/replies.ts';
import * as schemas from '../../../contract/firm-sign-up/schemas.ts';
import { pageOf } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { listCandidates } from './list-candidates.ts';
import { listFirmActivities } from './list-firm-activities.ts';
import { signUpLawyers } from './sign-up-lawyers.ts';

/** 为本所律师报名. */
export const firmSignUpRoutes = [
  route(firms.listFirmActivities, { reply: replies.firmActivities }, ({ actor }) => listFirmActivities({ actor })),
  route(
    firms.listFirmCandidates,
    { params: idParams, query: schemas.listFirmCandidates, reply: pageOf(replies.firmCandidate) },
    ({ actor, params, query }) => listCandidates({ actor, id: params.id, ...query }),
  ),
  route(
    firms.signUpLawyers,
    { params: idParams, body: schemas.signUpLawyers, reply: replies.lawyersSignedUp },
    ({ actor, params, body }) => signUpLawyers({ actor, id: params.id, input: body }),
  ),
];
