import { parseArgs } from 'node:util';
import '../models.ts';
import { restoreBackup } from '../modules/operations/restore-backup.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';

const HELP = `用法：node scripts/operate.mjs restore --from 文件夹

把 backup 写出的备份恢复到空的数据库（DATABASE_URL，或 DATA_DIR 中的 SQLite）和空的文件存储，再全部读一遍比对。备份损坏或
不相符的不恢复，什么也不留下。服务要先停止。SQLite 与 MySQL 可以互相恢复。
密钥请自行放回：没有 DATA_KEY，加密的证件号码打不开；没有 AUDIT_KEY，操作日志无法核对。
`;

const { values } = parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help || !values.from) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 1);
}
await openOrRefuse();
// Ctrl-C takes back what was written.
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort(new Error(`收到 ${signal}，已中断`)));
}
try {
  const { takenAt, tables, files } = await restoreBackup(values.from, interrupted.signal);
  const rows = Object.values(tables).reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(`已恢复 ${takenAt} 的 ${rows} 条记录、${files.count} 个文件，逐一与备份相符。\n`);
} catch (error) {
  process.stderr.write(`没有恢复：${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
