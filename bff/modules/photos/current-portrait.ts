import { Photo } from './model.ts';
import { portraitOf } from './photo-files.ts';

/** The portrait in use, in JPEG; null: there is none. */
export async function currentPortrait(lawyerId: number): Promise<Buffer | null> {
  const photo = await Photo.findOne({ where: { slot: `current:${lawyerId}` } });
  return photo && portraitOf(photo);
}
