import { z } from 'zod';
import type { Actor } from '../../../actor.ts';
import { correctionEndpoints as corrections } from '../../../contract/corrections/endpoints.ts';
import * as replies from '../../../contract/corrections/replies.ts';
import * as schemas from '../../../contract/corrections/schemas.ts';
import { listPages } from '../../../contract/fields.ts';
import { pageOf } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { ofCorrection } from '../../../subject.ts';
import { readFile } from '../../files/read-file.ts';
import { decideCorrection } from './decide-correction.ts';
import { listCorrections, listOwnCorrections } from './list-corrections.ts';
import { requestCorrection } from './request-correction.ts';
import { showCorrectable } from './show-correctable.ts';
import { showCorrection } from './show-correction.ts';
import { showOwnCorrection } from './show-own-correction.ts';
import { withdrawCorrection } from './withdraw-correction.ts';

const proofParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });
const proof = (actor: Actor, { id, file }: z.output<typeof proofParams>) =>
  readFile({ actor, owner: ofCorrection(id), token: file });

/** 信息有误: what members say is wrong in the registry, and what staff make of it. */
export const correctionRoutes = [
  route(
    corrections.showCorrectable,
    { query: schemas.showCorrectable, reply: replies.correctableReply },
    ({ actor, query }) => showCorrectable({ actor, ...query }),
  ),
  route(
    corrections.requestCorrection,
    { body: schemas.requestCorrection, reply: replies.ownCorrection },
    async ({ actor, body }) => showOwnCorrection({ actor, id: await requestCorrection({ actor, input: body }) }),
  ),
  route(
    corrections.listOwnCorrections,
    { query: listPages, reply: pageOf(replies.ownCorrectionRow) },
    ({ actor, query }) => listOwnCorrections({ actor, ...query }),
  ),
  route(corrections.showOwnCorrection, { params: idParams, reply: replies.ownCorrection }, ({ actor, params }) =>
    showOwnCorrection({ actor, id: params.id }),
  ),
  route(
    corrections.withdrawCorrection,
    { params: idParams, reply: replies.ownCorrection },
    async ({ actor, params }) => {
      await withdrawCorrection({ actor, id: params.id });
      return showOwnCorrection({ actor, id: params.id });
    },
  ),
  route(corrections.showOwnProof, { params: proofParams }, ({ actor, params }) => proof(actor, params)),
  route(
    corrections.listCorrections,
    { query: schemas.listCorrections, reply: pageOf(replies.correctionRow) },
    ({ query }) => listCorrections(query),
  ),
  route(corrections.showCorrection, { params: idParams, reply: replies.correctionDetail }, ({ actor, params }) =>
    showCorrection({ actor, id: params.id }),
  ),
  route(
    corrections.decideCorrection,
    { params: idParams, body: schemas.decideCorrection, reply: replies.correctionDetail },
    async ({ actor, params, body }) => {
      await decideCorrection({ actor, id: params.id, decision: body });
      return showCorrection({ actor, id: params.id });
    },
  ),
  route(corrections.showCorrectionProof, { params: proofParams }, ({ actor, params }) => proof(actor, params)),
];
