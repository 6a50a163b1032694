import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupFault } from '../setup/faults.mjs';
import { goOnUnderPinnedNode } from '../setup/node-version.mjs';
import { root } from '../setup/processes.mjs';

/** The commands of an operator, each a program of the server's build. */
export const COMMANDS = {
  'create-staff': '开通第一个管理员账号',
  backup: '备份全部记录和文件',
  restore: '把备份恢复到空的数据库和文件存储',
  'verify-audit': '检查操作日志有没有被改动',
};

const HELP = `用法：node scripts/operate.mjs 命令 [参数]

${Object.entries(COMMANDS)
  .map(([name, does]) => `  ${name.padEnd(14)}${does}`)
  .join('\n')}

每个命令的参数：node scripts/operate.mjs 命令 --help。环境变量与服务器相同；在哪个目录里运行都可以。`;

/**
 * Runs a command of the server's build on the pinned Node, wherever it is called from; a relative DATA_DIR is below the
 * checkout, as it is for `npm start`. What the command prints and its exit code are its own.
 * @param {string[]} args the command's name, then its own arguments
 */
export async function main([name, ...rest]) {
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    if (name !== undefined && !['--help', '-h'].includes(name)) {
      process.stdout.write(`没有这个命令：${name}\n\n`);
      process.exitCode = 1;
    }
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const program = join(root, `dist/bff/commands/${name}.js`);
  if (!existsSync(program)) throw new SetupFault('还没有构建：请先运行 node scripts/build.mjs bff');
  await goOnUnderPinnedNode();
  process.env.DATA_DIR = resolve(root, process.env.DATA_DIR || '.data');
  process.argv.splice(1, process.argv.length - 1, program, ...rest);
  await import(pathToFileURL(program).href);
}
