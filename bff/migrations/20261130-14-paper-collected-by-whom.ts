import type { QueryInterface } from 'sequelize';

/** A firm has no 本人身份证件: whoever collects brings his or her own. */
const BEFORE = '请在证明出具后携带本人身份证件到协会领取';
const AFTER = '请在证明出具后由领取人携带其身份证件到协会领取';

/** The sentence as it was shipped, wherever staff kept it in 填写须知. */
export async function up(q: QueryInterface): Promise<void> {
  await q.sequelize.query('UPDATE certificate_types SET notice = REPLACE(notice, :before, :after)', {
    replacements: { before: BEFORE, after: AFTER },
  });
}

/** The earlier sentence was wrong for firms: nothing leads back to it. */
export async function down(): Promise<void> {
  return Promise.resolve();
}
