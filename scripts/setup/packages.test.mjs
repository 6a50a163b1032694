import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { isNewEnough } from './node-version.mjs';
import { root } from './processes.mjs';

/** What package.json and package-lock.json promise to whoever installs. */

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = read('package.json');
const { packages } = read('package-lock.json');
const installed = Object.entries(packages).filter(([path]) => path !== '');
/** A package's own name, which is what npm goes by: its folder may be an alias. */
const nameOf = ([path, { name }]) => name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Packages whose scripts nobody has decided on, and decisions on packages that have none (ADR 27). */
function undecided(lock, decisions) {
  const withScripts = new Set(lock.filter(([, { hasInstallScript }]) => hasInstallScript).map(nameOf));
  return {
    missing: [...withScripts].filter((name) => decisions[name] === undefined),
    needless: Object.keys(decisions).filter((name) => !withScripts.has(name)),
    allowed: Object.keys(decisions).filter((name) => decisions[name]),
  };
}

describe('install scripts', () => {
  test('every package that has one is decided on, and none may run', () => {
    expect(undecided(installed, manifest.allowScripts)).toEqual({ missing: [], needless: [], allowed: [] });
  });

  test('a new one, an allowed one and one that is gone are noticed', () => {
    const added = [...installed, ['node_modules/a/node_modules/@b/new', { hasInstallScript: true }]];
    added.push(['node_modules/esbuild', { name: 'not-esbuild', hasInstallScript: true }]);
    const decisions = { ...manifest.allowScripts, esbuild: true, gone: false };
    expect(undecided(added, decisions)).toEqual({
      missing: ['@b/new', 'not-esbuild'],
      needless: ['gone'],
      allowed: ['esbuild'],
    });
  });

  test('npm 10, which reads no allowScripts, runs none either', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
  });
});

/** Packages of which two copies would not fit together: a script and its wasm file, a drawing and its canvas, one React. */
const SINGLE = ['zxing-wasm', '@napi-rs/canvas', 'react', 'react-dom'];
const copiesOf = (lock, name) => lock.filter(([path]) => path === name || path.endsWith(`node_modules/${name}`)).length;

test.each(SINGLE)('%s is there once (ADR 54)', (name) => {
  expect(copiesOf(installed, name)).toBe(1);
  expect(copiesOf([...installed, [`node_modules/other/node_modules/${name}`, {}]], name)).toBe(2);
});

/** Packages that npm would install without knowing what it has to get, or from somewhere that package.json does not name. */
function unproven(lock) {
  const fromRegistry = lock.filter(([, { link }]) => !link);
  return {
    withoutHash: fromRegistry.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(nameOf),
    elsewhere: fromRegistry.filter(([, { resolved }]) => resolved !== undefined).map(nameOf),
  };
}

describe('what is downloaded', () => {
  test('has its hash in the lock file, for every system, and names no server: npm asks the one it is set up for', () => {
    expect(unproven(installed)).toEqual({ withoutHash: [], elsewhere: [] });
    expect(readFileSync(join(root, '.npmrc'), 'utf8').split('\n')).toContain('omit-lockfile-registry-resolved=true');
  });

  test('a package without a hash, with a weak one, or from somewhere else is noticed', () => {
    const { integrity } = packages['node_modules/zod'];
    const added = [
      ['node_modules/bare', { version: '1.0.0', optional: true, os: ['darwin'] }],
      ['node_modules/weak', { version: '1.0.0', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
      ['node_modules/far', { version: '1.0.0', integrity, resolved: 'https://registry.example/far-1.0.0.tgz' }],
    ];
    expect(unproven([...installed, ...added])).toEqual({ withoutHash: ['bare', 'weak'], elsewhere: ['far'] });
  });
});

describe('Node', () => {
  const pinned = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'));

  test('is pinned to one version for every system, each with its checksum, and installed on that system only', () => {
    expect(pinned).not.toEqual([]);
    expect(new Set(pinned.map(([, version]) => version)).size).toBe(1);
    for (const [name, version] of pinned) {
      const entry = packages[`node_modules/${name}`];
      const [, system, cpu] = name.split('-');
      expect(entry).toMatchObject({ version, optional: true, cpu: [cpu], os: [system === 'win' ? 'win32' : system] });
      expect(entry.integrity).toMatch(/^sha512-/);
    }
  });

  test('as package.json asks for it is what the set-up takes', () => {
    const versions = ['20.20.2', '22.17.1', '22.18.0', '22.23.5', '23.11.0', '24.0.0', '24.21.0', '26.10.0'];
    const asked = versions.filter((version) => semver.satisfies(version, manifest.engines.node));
    expect(versions.filter((version) => isNewEnough(`v${version}`))).toEqual(asked);
  });

  test('as package.json asks for it is enough for every package', () => {
    const lowest = semver.minVersion(manifest.engines.node).version;
    const unfit = (version) =>
      installed
        // Programs for machines that we have no Node for are never fetched.
        .filter(([, { cpu }]) => !cpu || cpu.includes('x64') || cpu.includes('arm64'))
        .filter(([, { engines }]) => engines?.node && !semver.satisfies(version, engines.node))
        .map(([path]) => path);
    expect([lowest, ...new Set(pinned.map(([, version]) => version))].map(unfit)).toEqual([[], []]);
    // The control: Node 20 is not.
    expect(unfit('20.20.2')).toContain('node_modules/@jsreport/jsreport-core');
  });
});
