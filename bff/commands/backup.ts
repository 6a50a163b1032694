import { parseArgs } from 'node:util';
import '../models.ts';
import { backUp } from '../modules/operations/back-up.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';

const HELP = `用法：node scripts/operate.mjs backup --to 文件夹

把运行中的系统的全部记录和全部文件（DATABASE_URL，或 DATA_DIR 中的 SQLite；S3_BUCKET，或 DATA_DIR/files）写入一个空的
文件夹。密钥不在里面：DATA_KEY（或 DATA_DIR/keys）、AUDIT_KEY（或 DATA_DIR/audit）和签名私钥请另行保管。
`;

const { values } = parseArgs({ options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help || !values.to) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 1);
}
await openOrRefuse();
try {
  const { tables, files } = await backUp(values.to);
  const rows = Object.values(tables).reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(`${values.to} 中有 ${rows} 条记录、${files.count} 个文件，不含密钥。\n`);
} catch (error) {
  process.stderr.write(`没有备份：${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
