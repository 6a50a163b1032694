import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../contract/accounts/enums.ts';
import '../models.ts';
import { createFirstAccount } from '../modules/staff-accounts/create-staff-account.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';
import { migrate } from '../platform/db/migrate.ts';

const HELP = `用法：node scripts/operate.mjs create-staff --login 账号 --name 姓名 [--email 邮箱] [--roles administrator,…]

开通一个工作人员账号（DATABASE_URL，或 DATA_DIR 中的 SQLite），打印一次性密码，首次登录须更换。
角色：${Object.entries(ROLES)
  .map(([role, label]) => `${role} ${label}`)
  .join('、')}；不写为 administrator。
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string', default: '' },
      roles: { type: 'string', default: 'administrator' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const roles = values.roles.split(',');
  const unknown = roles.filter((role) => !(role in ROLES));
  if (values.help || !values.login || !values.name || unknown.length > 0) {
    process.stdout.write(unknown.length > 0 ? `没有这个角色：${unknown.join('、')}\n\n${HELP}` : HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  await openOrRefuse();
  try {
    await migrate();
    const { login, name, email } = values;
    const { password } = await createFirstAccount({ login, name, email, roles: roles as Role[] });
    process.stdout.write(`${login}\t${password}\n`);
  } catch (error) {
    process.stderr.write(`没有开通：${(error as Error).message}\n`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

await main();
