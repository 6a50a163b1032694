import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../contract/accounts/enums.ts';
import '../models.ts';
import { createFirstAccount } from '../modules/staff-accounts/create-staff-account.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';
import { migrate } from '../platform/db/migrate.ts';

const HELP = `Usage: node scripts/operate.mjs create-staff --login LOGIN --name NAME [--email ADDRESS] [--roles administrator,…]

Opens a staff account (DATABASE_URL, or SQLite in DATA_DIR) and prints its temporary password, which must be replaced
at the first sign-in. Roles: ${Object.keys(ROLES).join(', ')}; default administrator.
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
    process.stdout.write(unknown.length > 0 ? `No such role: ${unknown.join(', ')}\n${HELP}` : HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  await openOrRefuse();
  try {
    await migrate();
    const { login, name, email } = values;
    const { password } = await createFirstAccount({ login, name, email, roles: roles as Role[] });
    process.stdout.write(`${login}\t${password}\n`);
  } finally {
    await database.close();
  }
}

await main();
