import type { Actor } from '../../../actor.ts';
import { isShown } from '../../../contract/files/enums.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { Upload } from '../../files/model.ts';
import { readFile } from '../../files/read-file.ts';
import { removeUnboundFile } from '../../files/remove-unbound-file.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { ChatMessage } from '../model.ts';
import { loadChat, loadChatToSpeak } from '../policy.ts';
import { ofChatMessage } from './send-message.ts';

/**
 * Keeps a picture or a PDF for a talk, encrypted. Throws as `uploadFile`, `not_found`, `wrong_state` where the talk is over.
 */
export async function uploadChatFile(what: { actor: Actor; id: number; name: string; bytes: Buffer }): Promise<Upload> {
  const { actor, id, name, bytes } = what;
  // Before anything is opened: a file for somebody else's talk is not even looked at.
  await transaction((t) => loadChatToSpeak(actor, id, t));
  const upload = await uploadFile({ actor, name, bytes, intake: 'desk' });
  if (isShown(upload.kind)) return upload;
  await removeUnboundFile(upload.id);
  throw new AppError('invalid_fields', {
    fields: { file: '在线咨询只能发送图片（JPG、PNG）和 PDF，其他文件请转为工单提交' },
  });
}

/** A file of a talk. Throws `not_found`, `wrong_state` in words for one that was taken away. */
export async function readChatFile(asked: { actor: Actor; id: number; seq: number; token: string }) {
  const { actor, id, seq, token } = asked;
  await loadChat(actor, id);
  const message = await ChatMessage.findOne({ where: { chatId: id, seq, kind: 'file' } });
  if (!message) throw new AppError('not_found');
  return readFile({ actor, owner: ofChatMessage(Number(message.id)), token });
}
