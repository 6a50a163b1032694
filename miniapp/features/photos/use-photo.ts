import { useQuery } from '@tanstack/react-query';
import type { Crop } from '../../../bff/contract/photos/crop.ts';
import { photoEndpoints as photos, type OwnPhoto } from '../../../bff/contract/photos/endpoints.ts';
import { FACE_CONSENT_EDITION } from '../../../bff/contract/photos/enums.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { encodeBase64 } from '../../api/encode-base64.ts';
import { keepPicture } from '../../platform/documents/keep-picture.ts';

const KEY = ['photo'];

/** The lawyer's photos, and by which ways one is verified. */
export const useOwnPhoto = () => useQuery({ queryKey: KEY, queryFn: () => call(photos.showOwnPhoto, {}) });

/** A photo, as something an image can show; one at a time, as the mini-program keeps one picture. */
export const usePicture = (id: number) =>
  useQuery({
    queryKey: ['photo-picture', id],
    queryFn: async () => keepPicture(encodeBase64(await call(photos.showOwnPicture, { params: { id: String(id) } }))),
    staleTime: Infinity,
    gcTime: 0,
  });

/** Cuts an upload. Throws ApiError. */
export const cropPhoto = (body: { upload: string; crop: Crop; insists: boolean }): Promise<OwnPhoto> =>
  kept(call(photos.cropPhoto, { body }));

export const agreeToFaceCheck = (): Promise<OwnPhoto> =>
  kept(call(photos.agreeToFaceCheck, { body: { edition: FACE_CONSENT_EDITION } }));

export const withdrawFaceConsent = (): Promise<OwnPhoto> => kept(call(photos.withdrawFaceConsent, {}));

/** Has a photo compared by face. Throws ApiError. */
export const comparePhoto = (id: number): Promise<OwnPhoto> =>
  kept(call(photos.comparePhoto, { params: { id: String(id) } }));

/** Has a photo verified by staff. Throws ApiError. */
export const referPhoto = (id: number, attachments: string[]): Promise<OwnPhoto> =>
  kept(call(photos.referPhoto, { params: { id: String(id) }, body: { attachments } }));

/** What the server answers is how it stands now; after a refusal it is asked again. */
async function kept(act: Promise<OwnPhoto>): Promise<OwnPhoto> {
  try {
    const photo = await act;
    queryClient.setQueryData(KEY, photo);
    return photo;
  } catch (fault) {
    await queryClient.invalidateQueries({ queryKey: KEY });
    throw fault;
  }
}
