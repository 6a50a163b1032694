/**
 * Which of the packages in package-lock.json are under a licence that asks for more than to be named, and whether somebody
 * has looked at it. Writes the table of docs/licences.md; the test beside it fails when the table is old or a package is
 * new to it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../setup/processes.mjs';

/** They ask for the notice to be kept (or for nothing): SPDX names, and two older spellings. */
const PERMISSIVE = new Set(
  'MIT MIT-0 MIT/X11 ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 Zlib Python-2.0 Unlicense CC0-1.0'.split(
    ' ',
  ),
);

/** Packages that state their licence elsewhere than in `license`, where somebody has read it. */
const STATED = {
  busboy: 'MIT',
  dicer: 'MIT',
  'humanize-number': 'MIT',
  only: 'MIT',
  streamsearch: 'MIT',
  'string.fromcodepoint': 'MIT',
};

/** What asks for more, of which packages somebody has looked at it, and why it is in order. */
export const REVIEWED = {
  LGPL: {
    packages: [/^@jsreport\/jsreport-(core|handlebars)$/],
    why: 'LGPL 3.0（见包内 LICENSE）。服务器在运行时作为独立的 npm 包载入，未作修改，可以单独替换；不进入发给浏览器和小程序的文件。handlebars 只用于性能对比',
  },
  'LGPL-3.0-or-later': {
    packages: [/^@img\/sharp-(libvips|wasm32|win32)/],
    why: 'LGPL 3.0，libvips 的预编译动态库。服务器运行时由 sharp 动态链接，未作修改，可以单独替换；不进入发给浏览器和小程序的文件',
  },
  'MPL-2.0': {
    packages: [/^lightningcss(-.+)?$/, /^webpack-chain$/, /^mdn-data$/],
    why: '构建和测试的工具，未作修改，其代码不进入构建结果',
  },
  'OFL-1.1': {
    packages: [/^@expo-google-fonts\/(noto-sans-sc|noto-serif-(sc|hk|jp)|tinos)$/],
    why: '字体。许可证明文允许嵌入文档；不单独出售，不改名',
  },
  'CC-BY-4.0': {
    packages: [/^caniuse-lite$/],
    why: '构建时查阅的浏览器数据（caniuse.com），不进入构建结果；在此署名',
  },
};

const FILE = join(root, 'docs/licences.md');
const [BEGIN, END] = ['<!-- licences.mjs: begin -->', '<!-- licences.mjs: end -->'];

/** Every package of a lock file: `{ name, version, licence, isDev }`, once each. */
export function packagesOf(lock) {
  const found = new Map();
  for (const [path, { name, version, license, dev, link }] of Object.entries(lock.packages)) {
    if (path === '' || link) continue;
    const own = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = found.get(`${own}@${version}`);
    const licence = (typeof license === 'string' && license) || STATED[own] || 'unknown';
    found.set(`${own}@${version}`, { name: own, version, licence, isDev: Boolean(dev) && (known?.isDev ?? true) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * What a licence asks for beyond its notice: [] for nothing, else the names of what has to be reviewed. Of alternatives
 * (OR) we take a permissive one.
 */
export function demandsOf(licence) {
  const alternatives = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  const demands = alternatives.map((all) => all.split(' AND ').filter((one) => !PERMISSIVE.has(one)));
  return demands.sort((a, b) => a.length - b.length)[0];
}

/** Packages under a licence that nobody has reviewed for them. */
export function unreviewed(packages) {
  return packages.filter(({ name, licence }) =>
    demandsOf(licence).some((one) => !REVIEWED[one]?.packages.some((pattern) => pattern.test(name))),
  );
}

/** Entries of STATED and REVIEWED that no package needs any more. */
export function needless(packages) {
  const stated = Object.keys(STATED).filter((stated) => !packages.some(({ name }) => name === stated));
  const reviewed = Object.entries(REVIEWED).flatMap(([licence, { packages: patterns }]) =>
    patterns
      .filter((pattern) => !packages.some((one) => pattern.test(one.name) && demandsOf(one.licence).includes(licence)))
      .map(String),
  );
  return [...stated, ...reviewed];
}

/** docs/licences.md with its table as the packages are. */
export function documentOf(packages, text = readFileSync(FILE, 'utf8')) {
  const rows = Object.entries(REVIEWED).map(([licence, { why }]) => {
    const names = packages.filter((one) => demandsOf(one.licence).includes(licence));
    const platforms = (name) => name.replace(/^(lightningcss|@img\/sharp-(?:libvips|win32))-.+$/, '$1-*');
    const said = names.map(({ name, isDev }) => `\`${platforms(name)}\`${isDev ? '（开发）' : ''}`);
    return `| ${licence} | ${[...new Set(said)].join('、')} | ${why} |`;
  });
  const table = ['| 许可证 | 包 | 为什么可以 |', '| --- | --- | --- |', ...rows].join('\n');
  const [before, rest] = text.split(BEGIN);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${rest.split(END)[1]}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = packagesOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const { format, resolveConfig } = await import('prettier');
  const text = await format(documentOf(packages), { ...(await resolveConfig(FILE)), filepath: FILE });
  writeFileSync(FILE, text);
  for (const { name, version, licence } of unreviewed(packages)) console.error(`${name}@${version}: ${licence}`);
  process.exitCode = unreviewed(packages).length > 0 ? 1 : 0;
}
