import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Builds bff/contract/look-alike-table.ts from two files of the Unicode Character Database. Run again only for another
 * edition: put the new hashes here, and look at the difference.
 */
const USAGE = `用法：node scripts/dev/build-look-alikes.ts --unihan Unihan_Variants.txt --confusables confusables.txt

生成形近字表 bff/contract/look-alike-table.ts。两个文件取自 Unicode 15.0.0：
  Unihan_Variants.txt  https://www.unicode.org/Public/15.0.0/ucd/Unihan.zip 中的同名文件
                       （Debian 软件包 unicode-data 15.0.0-1 中也有，内容相同）
  confusables.txt      https://www.unicode.org/Public/security/15.0.0/confusables.txt
文件的 SHA-256 与程序中写明的不同时不生成。`;

const EDITION = '15.0.0';
const SOURCES = {
  unihan: {
    file: 'Unihan_Variants.txt',
    from: `https://www.unicode.org/Public/${EDITION}/ucd/Unihan.zip`,
    sha256: 'eaf54a2a5ea0df3e030cabe7917b04b7556e539874668eaaa106fce7c4b8bf46',
  },
  confusables: {
    file: 'confusables.txt',
    from: `https://www.unicode.org/Public/security/${EDITION}/confusables.txt`,
    sha256: '2b10130885c3370b101c52d7baedc452ab7f0e257b86c1e52ee657ecfc29ce64',
  },
} as const;

const ROOT = resolve(import.meta.dirname, '../..');
const COMMON_HAN = join(ROOT, 'bff/platform/pdf/fixtures/gb8105.txt');
const TARGET = join(ROOT, 'bff/contract/look-alike-table.ts');
/** Characters a line of the table, so that it can be looked at. */
const PAIRS_A_LINE = 50;

/** Two characters that are one and the same, or mistaken for each other. */
const VARIANTS = ['kSpoofingVariant', 'kZVariant', 'kSemanticVariant', 'kSpecializedSemanticVariant'];
/** 〇 looks like O and is the zero of dates and numbers in Chinese. */
const HONEST = new Set(['〇']);

type Table = Map<string, string>;

export function buildTables(
  unihan: string,
  confusables: string,
  common: readonly string[],
): { lookAlikes: Table; simplified: Table } {
  const rank = new Map(common.map((character, index) => [character, index]));
  const simplified = simplifiedForms(unihan, new Set(common));
  const lookAlikes: Table = new Map();
  const add = (rare: string, other: string) => {
    const known = rank.has(other) ? other : simplified.get(other);
    // A traditional form is another way to write the same character, and is seen to be; it is no disguise.
    if (!known || rank.has(rare) || simplified.has(rare) || HONEST.has(rare) || !isPlain(rare)) return;
    const before = lookAlikes.get(rare);
    // Of several, the one that the list has first is the most used.
    if (!before || (rank.get(known) ?? 0) < (rank.get(before) ?? 0)) lookAlikes.set(rare, known);
  };
  for (const field of VARIANTS) {
    for (const [one, other] of relationsOf(unihan, field)) {
      add(one, other);
      add(other, one);
    }
  }
  for (const likes of classesOf(confusables)) {
    for (const known of likes.filter((character) => rank.has(character))) {
      for (const rare of likes) add(rare, known);
    }
  }
  return { lookAlikes, simplified };
}

/** What normalisation (NFKC) maps away needs no line of its own; marks and signs are no letters of names. */
const isPlain = (character: string) => character.normalize('NFKC') === character && /^[\p{L}\p{N}]$/u.test(character);

/** `U+4E8A	kSemanticVariant	U+4E8B<kFenn` → 亊, 事 */
function relationsOf(unihan: string, field: string): [string, string][] {
  return unihan.split('\n').flatMap((line) => {
    const [code, name, values = ''] = line.split('\t');
    if (name !== field || !code) return [];
    return [...values.matchAll(/U\+([0-9A-F]+)/g)].map(([, hex = '']): [string, string] => [
      fromHex(code.slice(2)),
      fromHex(hex),
    ]);
  });
}

function simplifiedForms(unihan: string, common: ReadonlySet<string>): Table {
  const forms: Table = new Map();
  for (const [one, other] of relationsOf(unihan, 'kSimplifiedVariant')) {
    if (one !== other && !common.has(one) && common.has(other) && !forms.has(one)) forms.set(one, other);
  }
  return forms;
}

/** `0430 ;	0061 ;	MA` : each line names a character and what stands for all that look like it. */
function classesOf(confusables: string): string[][] {
  const classes = new Map<string, string[]>();
  for (const line of confusables.split('\n')) {
    const [, source, target] = /^([0-9A-F]+) ;\t([0-9A-F]+) ;/.exec(line.replace(/^\uFEFF/, '')) ?? [];
    if (!source || !target) continue;
    const likes = classes.get(target) ?? [fromHex(target)];
    likes.push(fromHex(source));
    classes.set(target, likes);
  }
  return [...classes.values()];
}

const fromHex = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16));

function inLines(table: Table): string {
  const pairs = [...table].sort(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).map(([a, b]) => a + b);
  const lines = Array.from({ length: Math.ceil(pairs.length / PAIRS_A_LINE) }, (_, index) =>
    pairs.slice(index * PAIRS_A_LINE, (index + 1) * PAIRS_A_LINE).join(''),
  );
  return lines.map((line) => `  '${line}',`).join('\n');
}

async function source(name: keyof typeof SOURCES, path: string | undefined): Promise<string> {
  if (!path) throw new Error(USAGE);
  const bytes = await readFile(path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== SOURCES[name].sha256) {
    throw new Error(`${path} 不是 Unicode ${EDITION} 的 ${SOURCES[name].file}（SHA-256 为 ${hash}）`);
  }
  return bytes.toString('utf8');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { unihan: { type: 'string' }, confusables: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(USAGE);
  const common = [...(await readFile(COMMON_HAN, 'utf8')).trim(), ...ASCII];
  const unihan = await source('unihan', values.unihan);
  const confusables = await source('confusables', values.confusables);
  const { lookAlikes, simplified } = buildTables(unihan, confusables, common);
  await writeFile(TARGET, inSource(lookAlikes, simplified));
  console.log(`形近字 ${lookAlikes.size} 个，繁体字 ${simplified.size} 个`);
}
const ASCII = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const inSource = (lookAlikes: Table, simplified: Table) => `/*
 * Generated by scripts/dev/build-look-alikes.ts; never edited by hand.
 *
 * Made from data files of the Unicode Character Database ${EDITION}, selected and rearranged:
${Object.values(SOURCES)
  .map(({ file, from, sha256 }) => ` *   ${file}  ${from}\n *     SHA-256 ${sha256}`)
  .join('\n')}
 *
 * UNICODE LICENSE V3 — COPYRIGHT AND PERMISSION NOTICE
 * Copyright © 1991-2022 Unicode, Inc.
 * Permission is hereby granted, free of charge, to any person obtaining a copy of data files and any associated
 * documentation (the "Data Files") or software and any associated documentation (the "Software") to deal in the Data
 * Files or Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
 * distribute, and/or sell copies of the Data Files or Software, and to permit persons to whom the Data Files or Software
 * are furnished to do so, provided that either (a) this copyright and permission notice appear with all copies of the
 * Data Files or Software, or (b) this copyright and permission notice appear in associated Documentation.
 * THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
 * LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD PARTY
 * RIGHTS. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY
 * SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS,
 * WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
 * PERFORMANCE OF THE DATA FILES OR SOFTWARE. Except as contained in this notice, the name of a copyright holder shall not
 * be used in advertising or otherwise to promote the sale, use or other dealings in these Data Files or Software without
 * prior written authorization of the copyright holder.
 */

/**
 * In pairs: a character outside 通用规范汉字表 and the ASCII letters and digits, and the one inside that it is mistaken
 * for or is a variant of.
 */
export const LOOK_ALIKES = [
${inLines(lookAlikes)}
].join('');

/** In pairs: a traditional form outside 通用规范汉字表, and the simplified one inside. */
export const SIMPLIFIED = [
${inLines(simplified)}
].join('');
`;

if (import.meta.main) await main();
