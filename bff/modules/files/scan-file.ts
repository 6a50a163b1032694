import { Op } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { scanner } from '../../platform/scan/scanner.ts';
import { discard } from './discard-files.ts';
import { Upload } from './model.ts';
import { getBytes } from './stored-bytes.ts';

/**
 * Has an upload looked at by the scanner: clean, it can be had; infected, it is taken away, and so are its copies. Throws
 * while the scanner does not answer: the file stays 检查中, and the job comes again. Without a scanner it is 未扫描.
 */
export async function scanFile(uploadId: number): Promise<void> {
  const upload = await Upload.findByPk(uploadId);
  if (upload?.scan !== 'pending' || upload.discardedAt !== null) return;
  const asked = scanner();
  const found = asked === null ? null : await asked.scan(await getBytes(upload));
  const scan = asked === null ? 'unscanned' : found === null ? 'clean' : 'infected';
  if (found !== null) log.warn({ uploadId, found }, 'an uploaded file is infected');
  const where = { storageKey: upload.storageKey, discardedAt: null };
  await transaction(async (t) => {
    await Upload.update({ scan }, { where, transaction: t });
    if (scan !== 'infected') return;
    // What nothing was sent with yet is refused when it is sent: its row says that it is gone.
    for (const copy of await Upload.findAll({ where: { ...where, ownerId: { [Op.not]: null } }, transaction: t })) {
      await discard(copy, 'infected', t);
    }
    await Upload.update(
      { discardedAt: clock.now() },
      { where: { storageKey: upload.storageKey, ownerId: null }, transaction: t },
    );
  });
}
