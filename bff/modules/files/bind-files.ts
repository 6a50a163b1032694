import { Op, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { SubjectRef } from '../../subject.ts';
import { Upload } from './model.ts';

/**
 * Makes uploads the attachments of what is just being submitted. Throws `invalid_fields` when one is not
 * the account's own, belongs to something else already, or has been removed.
 */
export async function bindFiles(
  what: { accountId: number; owner: SubjectRef; tokens: readonly string[] },
  t: Transaction,
): Promise<void> {
  const { accountId, owner, tokens } = what;
  if (tokens.length === 0) return;
  const [bound] = await Upload.update(
    { ownerKind: owner.kind, ownerId: owner.id },
    { where: { ...free(accountId), token: { [Op.in]: [...tokens] } }, transaction: t },
  );
  if (bound !== tokens.length) throw gone();
}

/** The same question before anything is submitted. */
export async function expectOwnFiles(what: { accountId: number; tokens: readonly string[] }): Promise<void> {
  const { accountId, tokens } = what;
  if (tokens.length === 0) return;
  const found = await Upload.count({ where: { ...free(accountId), token: { [Op.in]: [...tokens] } } });
  if (found !== tokens.length) throw gone();
}

const free = (accountId: number) => ({ accountId, ownerId: null, discardedAt: null });

const gone = () => new AppError('invalid_fields', { fields: { attachments: '有附件已失效，请移除后重新上传' } });
