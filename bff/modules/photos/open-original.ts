import type { Size } from '../../contract/photos/crop.ts';
import { AppError } from '../../errors.ts';
import { uprightSize } from '../../platform/image/portrait.ts';
import { log } from '../../platform/log/log.ts';
import { openFile } from '../../platform/opening/open-file.ts';
import { isPdf } from '../../platform/opening/open-pdf.ts';
import { NotOpened, type NotOpenedReason } from '../../platform/opening/opened.ts';

const UNREADABLE = '照片无法读取，请换一张 JPG 照片';
const REFUSALS: Partial<Record<NotOpenedReason, string>> = {
  heic: '这是苹果手机的 HEIC 照片。请在相机设置中选择“兼容性最佳”后重拍，或改用 JPG',
  too_many_pixels: '照片超过6000万像素，请把尺寸改小后再上传',
  truncated: '照片不完整，可能没有保存完。请重新选择',
};

/** A picture as it was sent, and its size as it stands upright. Throws `invalid_fields` on `file` with what can be done. */
export async function openOriginal(name: string, bytes: Buffer): Promise<{ bytes: Buffer; size: Size }> {
  try {
    // Two things at once (a picture that is a document as well) nobody sends by mistake.
    if (isPdf(bytes)) throw new NotOpened('other');
    const opened = await openFile(bytes, name);
    return { bytes: opened.bytes, size: await uprightSize(opened.bytes) };
  } catch (cause) {
    if (!(cause instanceof NotOpened)) throw cause;
    log.info({ reason: cause.reason, bytes: bytes.length }, 'a photo that does not open');
    throw new AppError('invalid_fields', { fields: { file: REFUSALS[cause.reason] ?? UNREADABLE } });
  }
}
