import type { Readable } from 'node:stream';
import type { MemberActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { DOWNLOAD_PARTS, DOWNLOADS, type DownloadParts } from '../../../contract/rights/enums.ts';
import type { DataDownloads } from '../../../contract/rights/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { getEncrypted } from '../../../platform/storage/encrypted-files.ts';
import { streamZip, type ZipEntry } from '../../../platform/zip/stream-zip.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { listOwnUploads } from '../../files/list-own-uploads.ts';
import { getBytes } from '../../files/stored-bytes.ts';
import { currentPortrait } from '../../photos/current-portrait.ts';
import { tokensIn } from '../../profiles/drafts/tokens-in.ts';
import { DataDownload } from '../model.ts';
import { countLately, expectLawyer, identityFrom } from './ask-download.ts';
import { labelledJson, readablePage, type Bundle } from './compose.ts';
import { contextOf } from './make-download.ts';

const SHOWN = 20;
/** An archive is never empty: who has handed in none reads so. */
const IDENTITY_NOTE = '您在信息补全和照片核验中上传的身份证件。没有其他文件的，表示没有上传过。请妥善保管，勿转发。\n';

/** What the actor asked for, the latest first. Throws `not_found` for a firm. */
export async function listDownloads({ actor }: { actor: MemberActor }): Promise<DataDownloads> {
  const { accountId } = expectLawyer(actor);
  const rows = await DataDownload.findAll({ where: { accountId }, order: [['id', 'DESC']], limit: SHOWN });
  const isOver = ({ keptUntil }: DataDownload) => keptUntil !== null && keptUntil <= clock.now();
  return {
    items: rows.map((row) => ({
      id: row.id,
      parts: row.parts,
      state: row.state === 'ready' && isOver(row) ? 'removed' : row.state,
      askedAt: toIso(row.askedAt),
      keptUntil: toIso(row.keptUntil),
      takenAt: toIso(row.takenAt),
    })),
    left: Math.max(0, DOWNLOADS - (await countLately(accountId))),
    identityFrom: toIso(await identityFrom(accountId)),
  };
}

/**
 * Files of a profile are given out as far as they stand in it now and are no identity documents; what was handed in to have a
 * photo verified is one. Those are given out by themselves (`identity`).
 */
function isGivenOut({ sections }: Bundle, parts: DownloadParts): (upload: Owned) => boolean {
  const isWanted = (isIdentity: boolean) => isIdentity === (parts === 'identity');
  const tokens = new Set(
    sections.flatMap(({ key, rows }) =>
      tokensIn(
        key,
        rows.filter(({ values }) => isWanted(key === 'documents' && values['kind'] === 'identity')),
      ),
    ),
  );
  return ({ ownerKind, token }) => (ownerKind === 'profile' ? tokens.has(token) : isWanted(ownerKind === 'photo'));
}
type Owned = { ownerKind: string | null; token: string };

/**
 * The file as a ZIP that is made while it is downloaded: the page, the same as JSON, the photo, and what the actor has
 * uploaded but identity documents. For the account that asked for it alone. Throws `not_found`, `wrong_state`.
 */
export async function takeDownload(wanted: {
  actor: MemberActor;
  id: number;
}): Promise<{ stream: Readable; fileName: string }> {
  const actor = expectLawyer(wanted.actor);
  const { accountId, lawyerId } = actor;
  const where = { id: wanted.id, accountId, lawyerId };
  const download = await DataDownload.findOne({ where, rejectOnEmpty: new AppError('not_found') });
  if (download.state === 'making') throw new AppError('wrong_state', { message: '正在准备，请稍候' });
  if (download.state !== 'ready' || (download.keptUntil ?? 0) <= clock.now()) {
    throw new AppError('wrong_state', { message: '文件已按期删除，请重新申请' });
  }
  const { storageKey: at, keySealed } = download;
  const parts: DownloadParts = download.parts;
  const bundle = JSON.parse(
    (await getEncrypted({ at, keySealed, context: contextOf(download) })).toString('utf8'),
  ) as Bundle;
  await transaction(async (t) => {
    await download.update({ takenAt: clock.now() }, { transaction: t });
    const line = { action: 'data.taken', targetKind: 'account', targetId: accountId, target: actor.name } as const;
    await writeAudit({ actor, ...line }, t);
  });
  const portrait = await currentPortrait(lawyerId);
  const uploads = (await listOwnUploads(accountId)).filter(isGivenOut(bundle, parts));
  const text = (name: string, words: string): ZipEntry => ({ name, read: async () => Buffer.from(words) });
  const isUsual = parts === 'usual';
  const entries: ZipEntry[] = [
    ...(isUsual ? [text('我的信息.html', readablePage(bundle))] : []),
    ...(isUsual ? [text('我的信息.json', labelledJson(bundle))] : [text('说明.txt', IDENTITY_NOTE)]),
    ...(isUsual && portrait ? [{ name: '证件照片.jpg', read: async () => portrait }] : []),
    ...uploads.map((upload) => ({ name: `附件/${upload.id}-${upload.name}`, read: () => getBytes(upload) })),
  ];
  return {
    stream: streamZip(entries),
    fileName: `${isUsual ? '我的信息' : DOWNLOAD_PARTS[parts]}-${clock.today()}.zip`,
  };
}
