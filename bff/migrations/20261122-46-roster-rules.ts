import type { QueryInterface } from 'sequelize';

const TYPE = `code = 'firm-all-lawyers-clean'`;

/** 律所+全体律师: the annexed roster is now compared with the number of lawyers that the letter states. */
export async function up(q: QueryInterface): Promise<void> {
  await rebind(q, 'firm-clean', 'firm-clean-roster');
}

export async function down(q: QueryInterface): Promise<void> {
  await rebind(q, 'firm-clean-roster', 'firm-clean');
}

async function rebind(q: QueryInterface, from: string, to: string): Promise<void> {
  await q.sequelize.query(`UPDATE certificate_types SET rule_set = ? WHERE ${TYPE} AND rule_set = ?`, {
    replacements: [to, from],
  });
}
