import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { faultOfFolder, SetupFault } from './faults.mjs';

const MB = 1024 * 1024;

/**
 * Throws, in words, unless files can be written in the folder, which is made if it is missing.
 * @param {string} folder
 */
export function refuseUnwritable(folder) {
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, 'probe');
    rmSync(probe);
  } catch (error) {
    throw faultOfFolder(folder, error);
  }
}

/**
 * Throws, in words, when the disk of a folder has less room than what is coming.
 * @param {string} folder one that exists
 * @param {number} megabytes
 */
export function refuseFullDisk(folder, megabytes) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MB);
  if (free >= megabytes) return;
  throw new SetupFault(`${folder} 所在的磁盘只剩 ${free} MB，至少需要 ${megabytes} MB：请腾出空间再试一次。`);
}

/**
 * Throws, in words, when nothing can listen there. 0 is any free port.
 * @param {string} host
 * @param {number} port
 */
export async function refuseTakenPort(host, port) {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SetupFault('PORT 须为 0 至 65535 的整数，例如 PORT=3001 npm start。');
  }
  const server = createServer();
  const code = await new Promise((resolve) => {
    server.once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE') {
    throw new SetupFault(
      `${host}:${port} 已被另一个程序占用：请先停掉它，或换一个端口，例如 PORT=${port + 1} npm start。`,
    );
  }
  if (code === 'EACCES') {
    throw new SetupFault(`没有权限使用端口 ${port}：请换一个 1024 以上的端口，例如 PORT=3000 npm start。`);
  }
  if (code) throw new SetupFault(`不能在 ${host}:${port} 提供服务（${code}）：请检查 HOST 和 PORT。`);
}
