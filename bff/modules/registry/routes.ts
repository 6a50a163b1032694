import { registryEndpoints } from '../../contract/endpoints/registry.ts';
import * as schemas from '../../contract/schemas/registry.ts';
import { idParams, route } from '../../http/route.ts';
import { createDiscipline } from './create-discipline.ts';
import { createFirm } from './create-firm.ts';
import { createLawyer } from './create-lawyer.ts';
import { findFirm } from './find-firm.ts';
import { findLawyer } from './find-lawyer.ts';
import { findDiscipline, listDiscipline } from './list-discipline.ts';
import { listFirms } from './list-firms.ts';
import { listLawyers } from './list-lawyers.ts';
import { listOwnLawyers } from './list-own-lawyers.ts';
import { presentFirm, presentLawyer } from './present.ts';
import { revealIdentity } from './reveal-identity.ts';
import { showOwnRecord } from './show-own-record.ts';
import { updateDiscipline } from './update-discipline.ts';
import { updateFirm } from './update-firm.ts';
import { updateLawyer } from './update-lawyer.ts';

export const registryRoutes = [
  route(registryEndpoints.showOwnRecord, {}, ({ actor }) => showOwnRecord({ actor })),
  route(registryEndpoints.listOwnLawyers, { query: schemas.listOwnLawyers }, ({ actor, query }) =>
    listOwnLawyers({ actor, ...query }),
  ),
  route(registryEndpoints.listFirms, { query: schemas.listFirms }, ({ query }) => listFirms(query)),
  route(registryEndpoints.showFirm, { params: idParams }, async ({ params }) => presentFirm(await findFirm(params))),
  route(registryEndpoints.createFirm, { body: schemas.firmInput }, async ({ actor, body }) =>
    presentFirm(await createFirm({ actor, input: body })),
  ),
  route(registryEndpoints.updateFirm, { params: idParams, body: schemas.firmInput }, async ({ actor, params, body }) =>
    presentFirm(await updateFirm({ actor, id: params.id, input: body })),
  ),
  route(registryEndpoints.listLawyers, { query: schemas.listLawyers }, ({ query }) => listLawyers(query)),
  route(registryEndpoints.showLawyer, { params: idParams }, async ({ params }) =>
    presentLawyer(await findLawyer(params)),
  ),
  route(registryEndpoints.createLawyer, { body: schemas.lawyerInput }, async ({ actor, body }) =>
    presentLawyer(await createLawyer({ actor, input: body })),
  ),
  route(
    registryEndpoints.updateLawyer,
    { params: idParams, body: schemas.lawyerInput },
    async ({ actor, params, body }) => presentLawyer(await updateLawyer({ actor, id: params.id, input: body })),
  ),
  route(
    registryEndpoints.revealIdentity,
    { params: idParams, body: schemas.revealIdentity },
    ({ actor, params, body }) => revealIdentity({ actor, id: params.id, reason: body.reason }),
  ),
  route(registryEndpoints.listDiscipline, { query: schemas.listDiscipline }, ({ query }) => listDiscipline(query)),
  route(registryEndpoints.showDiscipline, { params: idParams }, ({ params }) => findDiscipline(params)),
  route(registryEndpoints.createDiscipline, { body: schemas.disciplineInput }, ({ actor, body }) =>
    createDiscipline({ actor, input: body }),
  ),
  route(
    registryEndpoints.updateDiscipline,
    { params: idParams, body: schemas.disciplineInput },
    ({ actor, params, body }) => updateDiscipline({ actor, id: params.id, input: body }),
  ),
];
