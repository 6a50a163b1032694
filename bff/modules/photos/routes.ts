import { z } from 'zod';
import { photoEndpoints as photos } from '../../contract/photos/endpoints.ts';
import * as replies from '../../contract/photos/replies.ts';
import * as schemas from '../../contract/photos/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { idParams, route } from '../../http/route.ts';
import { comparePhoto } from './compare-photo.ts';
import { cropPhoto } from './crop-photo.ts';
import { decidePhoto } from './decide-photo.ts';
import { agreeToFaceCheck, withdrawFaceConsent } from './face-consent.ts';
import { listPhotos } from './list-photos.ts';
import { openProof } from './opening/open-proof.ts';
import { referPhoto } from './refer-photo.ts';
import { updatePhotoSettings } from './settings.ts';
import { showOwnPhoto } from './show-own-photo.ts';
import { readPicture, showPhoto } from './show-photo.ts';
import { showPhotoSettings } from './show-settings.ts';
import { uploadPhoto } from './upload-photo.ts';

const fileParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });
/** Whether the request comes from the mini-program, where WeChat lets only approved providers compare faces. */
const inMiniProgram = (userAgent: string) => /miniProgram/i.test(userAgent);

/** 证件照片: chosen, cut, verified by face or by staff. */
export const photoRoutes = [
  route(photos.showOwnPhoto, { reply: replies.ownPhoto }, ({ actor, device }) =>
    showOwnPhoto({ actor, isInMiniProgram: inMiniProgram(device) }),
  ),
  route(photos.uploadPhoto, { body: uploadedFile, reply: replies.photoUpload }, ({ actor, body }) =>
    uploadPhoto({ actor, ...body }),
  ),
  route(photos.cropPhoto, { body: schemas.cropPhoto, reply: replies.ownPhoto }, async ({ actor, body, device }) => {
    await cropPhoto({ actor, input: body });
    return showOwnPhoto({ actor, isInMiniProgram: inMiniProgram(device) });
  }),
  route(photos.showOwnPicture, { params: idParams }, ({ actor, params }) =>
    readPicture({ actor, id: params.id, size: 'portrait' }),
  ),
  route(photos.showOwnThumbnail, { params: idParams }, ({ actor, params }) =>
    readPicture({ actor, id: params.id, size: 'thumbnail' }),
  ),
  route(
    photos.agreeToFaceCheck,
    { body: schemas.agreeToFaceCheck, reply: replies.ownPhoto },
    async ({ actor, device }) => {
      await agreeToFaceCheck({ actor, userAgent: device });
      return showOwnPhoto({ actor, isInMiniProgram: inMiniProgram(device) });
    },
  ),
  route(photos.withdrawFaceConsent, { reply: replies.ownPhoto }, async ({ actor, device }) => {
    await withdrawFaceConsent({ actor });
    return showOwnPhoto({ actor, isInMiniProgram: inMiniProgram(device) });
  }),
  route(photos.comparePhoto, { params: idParams, reply: replies.ownPhoto }, async ({ actor, params, device }) => {
    const isInMiniProgram = inMiniProgram(device);
    await comparePhoto({ actor, id: params.id, isInMiniProgram });
    return showOwnPhoto({ actor, isInMiniProgram });
  }),
  route(
    photos.referPhoto,
    { params: idParams, body: schemas.referPhoto, reply: replies.ownPhoto },
    async ({ actor, params, body, device }) => {
      await referPhoto({ actor, id: params.id, input: body });
      return showOwnPhoto({ actor, isInMiniProgram: inMiniProgram(device) });
    },
  ),
  route(photos.listPhotos, { query: schemas.listPhotos, reply: pageOf(replies.photoRow) }, ({ query }) =>
    listPhotos(query),
  ),
  route(photos.showPhoto, { params: idParams, reply: replies.photoDetail }, ({ actor, params }) =>
    showPhoto({ actor, id: params.id }),
  ),
  route(photos.showPhotoPicture, { params: idParams }, ({ actor, params }) =>
    readPicture({ actor, id: params.id, size: 'portrait' }),
  ),
  route(photos.showPhotoThumbnail, { params: idParams }, ({ actor, params }) =>
    readPicture({ actor, id: params.id, size: 'thumbnail' }),
  ),
  route(photos.showPhotoProof, { params: fileParams }, ({ actor, params }) =>
    openProof({ actor, id: params.id, token: params.file }),
  ),
  route(
    photos.decidePhoto,
    { params: idParams, body: schemas.decidePhoto, reply: replies.photoDetail },
    async ({ actor, params, body }) => {
      await decidePhoto({ actor, id: params.id, decision: body });
      return showPhoto({ actor, id: params.id });
    },
  ),
  route(photos.showPhotoSettings, { reply: replies.photoSettingsReply }, () => showPhotoSettings()),
  route(
    photos.updatePhotoSettings,
    { body: schemas.photoSettings, reply: replies.photoSettingsReply },
    async ({ actor, body }) => {
      await updatePhotoSettings({ actor, settings: body });
      return showPhotoSettings();
    },
  ),
];
