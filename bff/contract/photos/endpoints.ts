import { endpoint, type Page } from '../endpoint.ts';
import { MAX_PHOTO_BYTES } from './limits.ts';
import type { OwnPhoto, PhotoDetail, PhotoRow, PhotoSettingsReply, PhotoUpload } from './replies.ts';
import type {
  AgreeToFaceCheck,
  CropPhoto,
  DecidePhoto,
  ListPhotos,
  PhotoSettingsInput,
  ReferPhoto,
} from './schemas.ts';

export type * from './replies.ts';

export const photoEndpoints = {
  showOwnPhoto: endpoint<{ reply: OwnPhoto }>()({
    method: 'GET',
    path: '/me/photo',
    access: 'member',
    summary: "The lawyer's photo, one that waits, and the ways to have one verified",
  }),
  uploadPhoto: endpoint<{ body: object; reply: PhotoUpload }>()({
    method: 'POST',
    path: '/me/photo-uploads',
    access: 'member',
    summary: 'Uploads a JPEG or PNG of up to 15 MB to be cropped; gone after a day',
    takes: 'file',
    maxBytes: MAX_PHOTO_BYTES,
  }),
  cropPhoto: endpoint<{ body: CropPhoto; reply: OwnPhoto }>()({
    method: 'POST',
    path: '/me/photos',
    access: 'member',
    summary: 'Crops an upload by five numbers and checks it; the result waits to be verified',
  }),
  showOwnPicture: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/photos/:id/picture',
    access: 'member',
    summary: 'An own photo, 413 × 626 pixels',
    replies: 'file',
  }),
  showOwnThumbnail: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/photos/:id/thumbnail',
    access: 'member',
    summary: 'An own photo, 120 × 182 pixels',
    replies: 'file',
  }),
  agreeToFaceCheck: endpoint<{ body: AgreeToFaceCheck; reply: OwnPhoto }>()({
    method: 'POST',
    path: '/me/face-consent',
    access: 'member',
    summary: 'Agrees separately that name, number and photo are sent to be compared',
  }),
  withdrawFaceConsent: endpoint<{ reply: OwnPhoto }>()({
    method: 'POST',
    path: '/me/face-consent/withdrawal',
    access: 'member',
    summary: 'Takes that consent back; evidence of comparisons is removed, their results stay',
  }),
  comparePhoto: endpoint<{ params: { id: string }; reply: OwnPhoto }>()({
    method: 'POST',
    path: '/me/photos/:id/comparison',
    access: 'member',
    summary: 'Has a photo compared by face; needs the separate consent',
  }),
  referPhoto: endpoint<{ params: { id: string }; body: ReferPhoto; reply: OwnPhoto }>()({
    method: 'POST',
    path: '/me/photos/:id/referral',
    access: 'member',
    summary: 'Has a photo verified by staff instead',
  }),
  listPhotos: endpoint<{ query: ListPhotos; reply: Page<PhotoRow> }>()({
    method: 'GET',
    path: '/staff/photos',
    access: ['registrar'],
    summary: 'Photos by state; those that wait for staff first come first served',
  }),
  showPhoto: endpoint<{ params: { id: string }; reply: PhotoDetail }>()({
    method: 'GET',
    path: '/staff/photos/:id',
    access: ['registrar'],
    summary: 'A photo with what was measured and what to compare it with',
  }),
  showPhotoPicture: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/photos/:id/picture',
    access: ['registrar'],
    summary: 'A photo, 413 × 626 pixels',
    replies: 'file',
  }),
  showPhotoThumbnail: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/photos/:id/thumbnail',
    access: ['registrar'],
    summary: 'A photo, 120 × 182 pixels',
    replies: 'file',
  }),
  showPhotoProof: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/photos/:id/attachments/:file',
    access: ['registrar'],
    summary: 'What the member sent to compare a photo with',
    replies: 'file',
  }),
  decidePhoto: endpoint<{ params: { id: string }; body: DecidePhoto; reply: PhotoDetail }>()({
    method: 'POST',
    path: '/staff/photos/:id/decision',
    access: ['registrar'],
    summary: 'Accepts a photo as the lawyer’s, or refuses it with a reason',
  }),
  showPhotoSettings: endpoint<{ reply: PhotoSettingsReply }>()({
    method: 'GET',
    path: '/staff/photo-settings',
    access: ['administrator'],
    summary: 'Thresholds, limits and the conditions of face comparison',
  }),
  updatePhotoSettings: endpoint<{ body: PhotoSettingsInput; reply: PhotoSettingsReply }>()({
    method: 'PUT',
    path: '/staff/photo-settings',
    access: ['administrator'],
    summary: 'Changes them',
  }),
} as const;
