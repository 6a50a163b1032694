import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { toShanghaiDate } from '../../bff/contract/dates.ts';
import { FLOORS } from '../../bff/floors.ts';
import { contractFiles } from './new-module/contract-files.ts';
import { enlist, entriesOf, moveIn } from './new-module/enlist.ts';
import { serverFiles } from './new-module/server-files.ts';
import type { Words } from './new-module/words.ts';

/** Writes a module that passes every check, to be changed into what it shall be. */
const USAGE = `用法：node scripts/dev/new-module.ts <模块> --one <其中一项> --label <中文名> [--beside <模块>] [--root <目录>]

例：node scripts/dev/new-module.ts training-rooms --one training-room --label 培训教室 --beside faq
写出契约、表、动作、路由、权限表的行和测试，并登记到每一个要登记的地方；放在 --beside 的同一层（默认 faq）。
名称用英文小写加连字符，模块用复数。随后运行 npm test -- --only format,lint,types,imports,tooling,rules。`;

/** What its migration is called: after all that are there, which a day of the calendar alone does not promise. */
function nextMigration(root: string): string {
  const newest = readdirSync(join(root, 'bff/migrations')).sort().at(-1) ?? '';
  const [day = '', number = ''] = newest.split('-');
  const today = toShanghaiDate(Date.now()).replaceAll('-', '');
  return day < today ? `${today}-00` : `${day}-${String(Number(number) + 1).padStart(2, '0')}`;
}

const NAME = /^[a-z]+(-[a-z]+)*$/;

function readArguments() {
  const options = {
    one: { type: 'string' },
    label: { type: 'string' },
    beside: { type: 'string', default: 'faq' },
    root: { type: 'string', default: resolve(import.meta.dirname, '../..') },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { one, label, beside, root } = values;
  const [module, ...more] = positionals;
  if (values.help || !module || !one || !label || more.length > 0) return null;
  if (!NAME.test(module) || !NAME.test(one) || module === one)
    throw new Error('模块用复数，其中一项用单数，小写加连字符');
  if (!/^\p{Script=Han}{1,12}$/u.test(label)) throw new Error('中文名是1至12个汉字');
  if (FLOORS.flat().some((name) => name === module)) throw new Error(`模块“${module}”已经有了`);
  return {
    words: { module, one, label, migration: nextMigration(root) } satisfies Words,
    beside,
    root,
  };
}

/** All that is written, by path; what exists already is read from `root`. */
function filesOf({ words, beside, root }: { words: Words; beside: string; root: string }): Map<string, string> {
  const written = { ...contractFiles(words), ...serverFiles(words) };
  for (const path of Object.keys(written)) if (existsSync(join(root, path))) throw new Error(`${path} 已经有了`);
  const files = new Map(Object.entries(written));
  const now = (path: string) => files.get(path) ?? readFileSync(join(root, path), 'utf8');
  for (const entry of entriesOf(words)) files.set(entry.file, enlist(now(entry.file), entry));
  return files.set('bff/floors.ts', moveIn(now('bff/floors.ts'), words.module, beside));
}

try {
  const asked = readArguments();
  if (!asked) console.log(USAGE);
  else {
    const style = await resolveConfig(import.meta.filename);
    // Nothing is written before all of it is known to fit.
    for (const [path, text] of filesOf(asked)) {
      const filepath = join(asked.root, path);
      mkdirSync(dirname(filepath), { recursive: true });
      writeFileSync(filepath, await format(text, { ...style, filepath }));
      console.log(path);
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
