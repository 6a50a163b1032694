import { parseArgs } from 'node:util';
import '../models.ts';
import { passesThrough } from '../modules/audit/find-audit-link.ts';
import { checkAnchors } from '../modules/audit/check-anchors.ts';
import { faultsInWords } from '../modules/audit/faults-in-words.ts';
import { verifyAudit } from '../modules/audit/verify-audit.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';

const HELP = `用法：node scripts/operate.mjs verify-audit [--through 条数:校验值] [--help]
读完全部操作日志（DATABASE_URL，或 DATA_DIR 中的 SQLite；AUDIT_KEY、AUDIT_FORMER_KEYS、DATA_KEY 与服务器相同），说明它是不是
当初写下的内容。有被改动、删除、插入、调换的，或不经过文件存储中每小时记下的锚点的，逐一写明，退出码 1。

  --through   记在别处的条数和校验值（每周的邮件、对账单，或运行日志“audit log sealed”）：操作日志必须经过它。
              能发现整个数据库连同文件存储一起被换回了以前的状态。
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { through: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  const [, length, hash] = /^(\d+):([\w-]{43})$/.exec(values.through ?? '') ?? [];
  if (values.help || (values.through !== undefined && hash === undefined)) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  await openOrRefuse();
  try {
    const report = await verifyAudit();
    const faults = [...faultsInWords(report), ...(await checkAnchors())];
    const isThrough = hash === undefined || (await passesThrough({ length: Number(length), hash }));
    if (!isThrough) faults.push(`操作日志不经过 ${values.through}：在那之后被改写、截短或换回了以前的状态`);
    if (faults.length > 0) {
      process.stdout.write(`操作日志有问题：\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
      process.exitCode = 1;
      return;
    }
    if (hash !== undefined) process.stdout.write(`操作日志经过 ${values.through}。\n`);
    const waiting = report.unchained > 0 ? `，另有刚写下的 ${report.unchained} 条` : '';
    process.stdout.write(
      `操作日志是当初写下的内容：共 ${report.length} 条${waiting}，末尾 ${report.length}:${report.hash}\n`,
    );
  } finally {
    await database.close();
  }
}

await main();
