import type { ApplicationContent } from '../certificates/schemas.ts';
import type { PagePicture } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

/** Letters for the mini-program, which cannot draw PDF itself. */
export const pictureEndpoints = {
  pictureSample: endpoint<{ params: { code: string; page: string }; reply: PagePicture }>()({
    method: 'GET',
    path: '/certificate-types/:code/sample/pages/:page',
    access: 'member',
    summary: 'A page of the sample as a picture',
  }),
  picturePreview: endpoint<{ params: { page: string }; body: ApplicationContent; reply: PagePicture }>()({
    method: 'POST',
    path: '/applications/preview/pages/:page',
    access: 'member',
    summary: 'A page of the preview as a picture',
  }),
  pictureWaiting: endpoint<{ params: { id: string; page: string }; reply: PagePicture }>()({
    method: 'GET',
    path: '/applications/:id/preview/pages/:page',
    access: 'member',
    summary: 'A page of the letter of a waiting application as a picture',
  }),
  pictureCertificate: endpoint<{ params: { id: string; page: string }; reply: PagePicture }>()({
    method: 'GET',
    path: '/applications/:id/pages/:page',
    access: 'member',
    whileHeld: 'shut',
    summary: 'A page of the issued file as a picture',
  }),
} as const;
