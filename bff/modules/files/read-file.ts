import { isDelivered, isShown, type FileKind, type FileState } from '../../contract/files/enums.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../actor.ts';
import type { SubjectRef } from '../../subject.ts';
import { stateOf } from './list-files.ts';
import { Upload } from './model.ts';
import { owners } from './owners.ts';
import { getBytes } from './stored-bytes.ts';

/**
 * A file of something that the actor may see; `not_found` otherwise, as for one that does not exist. Throws `wrong_state`
 * in words for one that was taken away, or is still being checked.
 */
export async function readFile(what: { actor: Actor; owner: SubjectRef; token: string }) {
  const { actor, owner, token } = what;
  await (owners.answer[owner.kind] ?? nobody).expectVisible(actor, owner.id);
  const upload = await Upload.findOne({ where: { token, ownerKind: owner.kind, ownerId: owner.id } });
  if (!upload) throw new AppError('not_found');
  const state = stateOf(upload);
  if (!isDelivered(state)) throw new AppError('wrong_state', { message: NOT_DELIVERED[state] });
  return {
    bytes: await getBytes(upload),
    fileName: upload.name,
    contentType: CONTENT_TYPES[upload.kind],
    isShown: isShown(upload.kind),
    upload,
  };
}

const NOT_DELIVERED: Partial<Record<FileState, string>> = {
  checking: '附件正在进行安全检查，检查完成后才能打开，请稍后再试',
  infected: '附件未通过安全检查，已移除',
  withdrawn: '附件已由提交人撤回',
  expired: '附件已按期清理',
};

/** Of documents no program's own type: they are saved, never opened in place. */
const DOCUMENT = 'application/octet-stream';
const CONTENT_TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: DOCUMENT,
  xlsx: DOCUMENT,
  wps: DOCUMENT,
  et: DOCUMENT,
};

/** What becomes of a kind that no module answers for. */
const nobody = {
  expectVisible(): Promise<void> {
    throw new AppError('not_found');
  },
};
