import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { refuseUnwritable } from './preflight.mjs';
import { root } from './processes.mjs';

/**
 * Whoever installs or builds in this checkout holds this folder, with its process id in a file. Renaming a folder is one
 * step, and fails onto one that is not empty: nobody sees a hold without a holder.
 */
const HOLD = join(root, '.cache/setup.lock');
const OWN = `${HOLD}.${process.pid}`;
const LOOK_EVERY_MS = 300;

/**
 * Does work that changes node_modules or dist, one process of this checkout at a time; the others wait and say so. What a
 * process left that was killed does not count.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  refuseUnwritable(dirname(HOLD));
  for (let told; !take(); await pause(LOOK_EVERY_MS)) {
    const holder = readHolder();
    if (holder === undefined || holder === told) continue;
    if (isRunning(holder)) console.log(`另一个命令（进程 ${holder}）正在这里安装或构建，等它结束 …`);
    else release();
    told = holder;
  }
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Whether we hold it now. */
function take() {
  mkdirSync(OWN, { recursive: true });
  writeFileSync(join(OWN, 'pid'), String(process.pid));
  try {
    renameSync(OWN, HOLD);
    return true;
  } catch {
    rmSync(OWN, { recursive: true, force: true });
    return false;
  }
}

/** Gives up the hold, ours or that of a process that is gone. */
function release() {
  try {
    renameSync(HOLD, OWN);
  } catch {
    // Another one that waited has cleared it away.
  }
  rmSync(OWN, { recursive: true, force: true });
}

function readHolder() {
  try {
    return Number(readFileSync(join(HOLD, 'pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a process.
    return error.code === 'EPERM';
  }
}
