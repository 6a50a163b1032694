import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { SetupFault } from './faults.mjs';
import { findPinnedNode, FIRST_NODE, isNewEnough, pinnedPackage, tooOld } from './node-version.mjs';
import { installByNpm, NOTE } from './npm.mjs';
import { refuseFullDisk, refuseUnwritable } from './preflight.mjs';
import { root } from './processes.mjs';

const LOCK = join(root, 'package-lock.json');
const STAMP = join(root, 'node_modules/.installed-from');
/** Room that an installation takes (measured: 1.6 GB), MB. */
const NEEDED_MB = 2000;

/**
 * Installs the packages of package-lock.json when they are missing, incomplete, of another system, or the lock file has
 * changed since. Throws a SetupFault when that cannot be done.
 */
export async function ensureInstalled() {
  if (isAsNoted()) return;
  // What somebody else has installed is read: it need not be writable.
  if (matchesLock() && hasNode()) return noteState();
  await alone(async () => {
    if (!matchesLock()) await installAll();
    // npm leaves out an optional package that it could not download, and says nothing.
    if (!hasNode()) await fetchFirstNode();
    noteState();
  });
}

async function installAll() {
  refuseUnwritable(join(root, 'node_modules'));
  refuseFullDisk(root, NEEDED_MB);
  const node = isNewEnough(process.version) ? process.execPath : await fetchFirstNode();
  await installByNpm(node, root, '安装依赖（npm ci，第一次需要几分钟）');
  if (!hasAllThatAreNeeded()) throw new SetupFault('安装依赖失败：npm 结束了，但没有装全，请再试一次。');
}

const hasNode = () => isNewEnough(process.version) || findPinnedNode() !== undefined;

/** Whether nothing has changed since the last look: lock file, what npm noted, system. */
function isAsNoted() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stateNow() && hasNode();
}

function noteState() {
  try {
    writeFileSync(STAMP, stateNow());
  } catch {
    // It only saves the next look; an ordinary user may run what root has installed.
  }
}

function stateNow() {
  const hash = createHash('sha256').update(readFileSync(LOCK));
  if (existsSync(join(root, NOTE))) hash.update(readFileSync(join(root, NOTE)));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

/**
 * The pinned Node alone, for a machine of which the Node is too old to install our packages with (npm would warn of each,
 * and rightly): they are installed by the Node that will run them. Its version and checksum are those of the lock file.
 */
async function fetchFirstNode() {
  const there = findPinnedNode();
  if (there?.startsWith(FIRST_NODE)) return there;
  const pinned = pinnedPackage();
  if (!pinned) throw tooOld();
  const { name, version } = pinned;
  const path = `node_modules/${name}`;
  const dependencies = { [name]: version };
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  const { optional: _, ...entry } = packages[path];
  mkdirSync(FIRST_NODE, { recursive: true });
  writeJson('package.json', { private: true, dependencies });
  writeJson('package-lock.json', { lockfileVersion: 3, packages: { '': { dependencies }, [path]: entry } });
  copyFileSync(join(root, '.npmrc'), join(FIRST_NODE, '.npmrc'));
  await installByNpm(process.execPath, FIRST_NODE, `取得固定版本的 Node ${version}（现在是 ${process.version}）`);
  const node = findPinnedNode();
  if (!node) throw tooOld();
  return node;
}

function writeJson(name, value) {
  writeFileSync(join(FIRST_NODE, name), JSON.stringify(value));
}

/** Whether what npm noted in node_modules is what the lock file asks for, so that someone's own `npm ci` counts. */
const matchesLock = () => hasAll(isForUs);
/** The same without optional packages: a software source may lack the one of this system. */
const hasAllThatAreNeeded = () => hasAll(({ optional }) => !optional);

function hasAll(isWanted) {
  const there = installedPackages();
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.link || !isWanted(entry) || there[path]?.version === entry.version,
  );
}

/** Optional packages are installed where they are for: binaries of one system each. */
function isForUs({ optional, os, cpu, libc }) {
  if (!optional) return true;
  if (!os && !cpu) return false;
  const ownLibc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');
  return (
    (os?.includes(process.platform) ?? true) &&
    (cpu?.includes(process.arch) ?? true) &&
    (libc?.includes(ownLibc()) ?? true)
  );
}

/** What npm noted; nothing after an installation that was interrupted. */
function installedPackages() {
  try {
    return JSON.parse(readFileSync(join(root, NOTE), 'utf8')).packages;
  } catch {
    return {};
  }
}
