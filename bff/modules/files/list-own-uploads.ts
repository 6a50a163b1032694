import { Op } from 'sequelize';
import { Upload } from './model.ts';

/**
 * What an account has sent with something and is still there, but identity documents: for a member who takes all of the own
 * data along. What was found to be malware is given to nobody.
 */
export const listOwnUploads = (accountId: number): Promise<Upload[]> =>
  Upload.findAll({
    where: {
      accountId,
      ownerKind: { [Op.ne]: null },
      discardedAt: null,
      removedWhy: null,
      isIdentity: false,
      scan: ['clean', 'unscanned'],
    },
    order: ['id'],
  });
