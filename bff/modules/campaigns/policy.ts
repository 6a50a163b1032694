import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { Campaign } from './model.ts';

/** Loads a campaign, its row locked, for staff whom the endpoint has let in. Throws `not_found`. */
export const loadCampaign = (id: number, t: Transaction): Promise<Campaign> =>
  Campaign.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: new AppError('not_found') });
