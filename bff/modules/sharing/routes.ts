import { z } from 'zod';
import { sharingEndpoints } from '../../contract/sharing/endpoints.ts';
import {
  changeShare as termsBody,
  createShare as shareBody,
  openShare as visitBody,
  readShared,
} from '../../contract/sharing/schemas.ts';
import * as replies from '../../contract/sharing/replies.ts';
import { idParams, route } from '../../http/route.ts';
import type { MemberActor } from '../../actor.ts';
import { changeShare } from './change-share.ts';
import { createShare } from './create-share.ts';
import { listShares } from './list-shares.ts';
import { openShare } from './open-share.ts';
import { presentOpened, presentShare } from './present.ts';
import { readSharedDocument } from './read-shared-document.ts';
import { revokeShare } from './revoke-share.ts';

const shareParams = z.strictObject({ ...idParams.shape, shareId: idParams.shape.id });
const list = async (actor: MemberActor, id: number) => (await listShares({ actor, id })).map(presentShare);

export const sharingRoutes = [
  route(
    sharingEndpoints.listShares,
    { params: idParams, reply: replies.shareLinkReply.array() },
    async ({ actor, params }) => list(actor, params.id),
  ),
  route(
    sharingEndpoints.createShare,
    { params: idParams, body: shareBody, reply: replies.shareLinkReply.array() },
    async ({ actor, params, body }) => {
      await createShare({ actor, id: params.id, input: body });
      return list(actor, params.id);
    },
  ),
  route(
    sharingEndpoints.changeShare,
    { params: shareParams, body: termsBody, reply: replies.shareLinkReply.array() },
    async ({ actor, params, body }) => {
      await changeShare({ actor, id: params.id, shareId: params.shareId, input: body });
      return list(actor, params.id);
    },
  ),
  route(
    sharingEndpoints.revokeShare,
    { params: shareParams, reply: replies.shareLinkReply.array() },
    async ({ actor, params }) => {
      await revokeShare({ actor, id: params.id, shareId: params.shareId });
      return list(actor, params.id);
    },
  ),
  route(
    sharingEndpoints.openShare,
    { body: visitBody, reply: replies.openedShareReply },
    async ({ body, device, isAhead, address }) =>
      presentOpened(await openShare({ ...body, userAgent: device, isAhead, address })),
  ),
  route(sharingEndpoints.downloadShared, { body: readShared }, async ({ body, address }) => {
    const { bytes, number } = await readSharedDocument({ ...body, address });
    return { bytes, fileName: `电子证明-${number}.pdf` };
  }),
];
