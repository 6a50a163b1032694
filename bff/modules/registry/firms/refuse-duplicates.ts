import { Op, UniqueConstraintError, type Transaction } from 'sequelize';
import type { FieldFaults } from '../../../contract/errors.ts';
import { AppError } from '../../../errors.ts';
import { Firm, Lawyer } from '../model.ts';

const FAULTS = {
  licence_no: { licenceNo: '该号码已登记在另一名会员名下' },
  // Accounts sign in by number, so a number of a firm cannot be one of a lawyer either.
  login: { licenceNo: '该号码已用作另一名会员的登录账号' },
  uscc: { uscc: '该统一社会信用代码已登记在另一机构名下' },
  identity_index: { identityNumber: '该证件号码已登记在另一名律师名下' },
} as const satisfies Record<string, FieldFaults>;

/** Throws `duplicate` with every number of a firm that another one already has. `id` null: a new firm. */
export async function refuseDuplicateFirm(
  firm: { id: number | null; licenceNo: string; uscc: string },
  t: Transaction,
): Promise<void> {
  const others = firm.id === null ? {} : { id: { [Op.ne]: firm.id } };
  const { licenceNo, uscc } = firm;
  const found = await Firm.findAll({ where: { ...others, [Op.or]: [{ licenceNo }, { uscc }] }, transaction: t });
  refuse({
    ...(found.some((other) => other.licenceNo === licenceNo) && FAULTS.licence_no),
    ...(found.some((other) => other.uscc === uscc) && FAULTS.uscc),
  });
}

/** Throws `duplicate` with every number of a lawyer that another one already has. `id` null: a new lawyer. */
export async function refuseDuplicateLawyer(
  lawyer: { id: number | null; licenceNo: string; identityIndex: string },
  t: Transaction,
): Promise<void> {
  const others = lawyer.id === null ? {} : { id: { [Op.ne]: lawyer.id } };
  const { licenceNo, identityIndex } = lawyer;
  const found = await Lawyer.findAll({
    where: { ...others, [Op.or]: [{ licenceNo }, { identityIndex }] },
    transaction: t,
  });
  refuse({
    ...(found.some((other) => other.licenceNo === licenceNo) && FAULTS.licence_no),
    ...(found.some((other) => other.identityIndex === identityIndex) && FAULTS.identity_index),
  });
}

function refuse(fields: FieldFaults): void {
  if (Object.keys(fields).length > 0) throw new AppError('duplicate', { fields });
}

/** Two who register the same number at the same moment: the database refuses one, and this says so in words. */
export async function sayDuplicate<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    // The message ends in the key: `accounts.login` on SQLite, `uq_accounts_login` on MySQL.
    const column = (Object.keys(FAULTS) as (keyof typeof FAULTS)[]).find((name) =>
      error.parent.message.replace(/['`]$/, '').endsWith(name),
    );
    throw new AppError('duplicate', column && { fields: FAULTS[column] });
  }
}
