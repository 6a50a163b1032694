import type { PagePicture } from '../../../contract/pictures/endpoints.ts';
import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import { AppError } from '../../../errors.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { drawPage } from '../../../platform/pdf/page-picture/draw-page.ts';
import type { MemberActor } from '../../../actor.ts';
import { previewApplication, previewWaiting } from '../applying/preview-application.ts';
import { readDocument } from './read-document.ts';
import { showSample } from '../types/show-sample.ts';

/** Drawing costs half a second of a core: enough for somebody who turns the pages of a few rosters. */
const pictures = { name: 'page-picture', limit: 120, windowMs: 10 * 60_000 };

/** A page of a type's sample, for screens that cannot show a PDF themselves. Throws `not_found` behind the last page. */
export async function pictureSample(what: { actor: MemberActor; code: string; page: number }): Promise<PagePicture> {
  return picture(what.actor, () => showSample(what), what.page);
}

/** A page of the preview, likewise. */
export async function picturePreview(what: {
  actor: MemberActor;
  content: ApplicationContentParsed;
  page: number;
}): Promise<PagePicture> {
  return picture(what.actor, () => previewApplication(what), what.page);
}

/** A page of the letter of a waiting application, likewise. */
export async function pictureWaiting(what: { actor: MemberActor; id: number; page: number }): Promise<PagePicture> {
  return picture(what.actor, () => previewWaiting(what), what.page);
}

/** A page of the issued file, likewise. */
export async function pictureCertificate(what: { actor: MemberActor; id: number; page: number }): Promise<PagePicture> {
  return picture(what.actor, async () => (await readDocument(what)).bytes, what.page);
}

async function picture(actor: MemberActor, load: () => Promise<Buffer>, page: number): Promise<PagePicture> {
  await countAgainst(pictures, String(actor.accountId));
  const { pages, jpeg } = await drawPage(await load(), page);
  if (!jpeg) throw new AppError('not_found');
  return { pages, jpeg: jpeg.toString('base64') };
}
