import type { PhotoSettingsReply } from '../../contract/photos/replies.ts';
import { faceProvider } from '../../platform/photo-check/photo-check.ts';
import { Photo } from './model.ts';
import { readPhotoSettings } from './settings.ts';

/** What the office has set, and how many persons' faces it keeps for recognition. */
export async function showPhotoSettings(): Promise<PhotoSettingsReply> {
  const faces = await Photo.count({ where: { state: 'current', way: 'face', removedAt: null } });
  return { ...(await readPhotoSettings()), provider: faceProvider(), faces };
}
