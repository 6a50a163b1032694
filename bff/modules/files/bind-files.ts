import { Op, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { Upload } from './model.ts';

/**
 * Makes uploads the attachments of an application that is just being submitted. Throws `invalid_fields` when one is not
 * the account's own, belongs to another application already, or has been removed.
 */
export async function bindFiles(
  what: { accountId: number; applicationId: number; tokens: readonly string[] },
  t: Transaction,
): Promise<void> {
  const { accountId, applicationId, tokens } = what;
  if (tokens.length === 0) return;
  const [bound] = await Upload.update(
    { applicationId },
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

const free = (accountId: number) => ({ accountId, applicationId: null, discardedAt: null });

const gone = () => new AppError('invalid_fields', { fields: { attachments: '有附件已失效，请移除后重新上传' } });
