import { posix } from 'node:path';
import { isBuiltInDate, showsDays } from './number-cell.ts';
import { NotXlsx } from './sheet.ts';
import type { Parts } from '../../zip/unpack.ts';
import { attributeOf, parseWhole } from './xml-events.ts';

/** What a workbook says of its sheets, and what its cells point to. */
export interface Workbook {
  is1904: boolean;
  sheets: readonly { name: string; part: string; isHidden: boolean }[];
  strings: readonly string[];
  /** Whether the style of this number shows days. */
  dateStyles: readonly boolean[];
}

/** The part of the workbook itself. Throws NotXlsx. */
export async function mainPart(parts: Parts): Promise<Relation> {
  const main = [...(await relationsOf(parts, '')).values()].find(({ type }) => type === 'officeDocument');
  if (!main) throw new NotXlsx('unreadable');
  return main;
}

/** Follows the relations from the package to the workbook's parts, whatever these are called (ECMA-376 part 2). */
export async function openWorkbook(parts: Parts): Promise<Workbook> {
  const main = await mainPart(parts);
  const relations = await relationsOf(parts, main.part);
  const part = (type: string) => [...relations.values()].find((one) => one.type === type)?.part;
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await parseWhole(parts.read(main.part), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributeOf(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const target = relations.get(attributeOf(attributes, 'id', true));
      const isHidden = /hidden/i.test(attributeOf(attributes, 'state'));
      if (target?.type !== 'worksheet') return;
      sheets.push({ name: attributeOf(attributes, 'name'), part: target.part, isHidden });
    },
  });
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  return {
    is1904,
    sheets,
    strings: strings && parts.has(strings) ? await stringsOf(parts, strings) : [],
    dateStyles: styles && parts.has(styles) ? await dateStylesOf(parts, styles) : [],
  };
}

export const isTrue = (value: string): boolean => value === '1' || value === 'true' || value === 'on';

export interface Relation {
  /** The last word of its type: Strict Open XML has other addresses before it. */
  type: string;
  /** What stands before that word. */
  base: string;
  part: string;
}

/** The part that says what `owner` points to; of the package itself with ''. */
export const relationsPart = (owner: string): string =>
  posix.join(posix.dirname(owner), '_rels', `${posix.basename(owner)}.rels`);

/** What `owner` points to, by id. */
export async function relationsOf(parts: Parts, owner: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(owner);
  const part = relationsPart(owner);
  const relations = new Map<string, Relation>();
  if (!parts.has(part)) return relations;
  await parseWhole(parts.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const [type, target] = [attributeOf(attributes, 'Type'), attributeOf(attributes, 'Target').replace(/\\/g, '/')];
      const found = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      const end = type.lastIndexOf('/') + 1;
      relations.set(attributeOf(attributes, 'Id'), { type: type.slice(end), base: type.slice(0, end), part: found });
    },
  });
  return relations;
}

/** Collects the words of a string: its runs, and not how it is pronounced (18.4.6). */
export function stringCollector() {
  let [text, isText, phonetic] = ['', false, 0];
  return {
    begin: () => void ([text, isText, phonetic] = ['', false, 0]),
    open(name: string) {
      if (name === 'rPh') phonetic++;
      isText = name === 't' && phonetic === 0;
    },
    text(words: string) {
      if (isText) text += words;
    },
    close(name: string) {
      if (name === 'rPh') phonetic--;
      isText = false;
    },
    // 22.9.2.19: what XML forbids is written as _xHHHH_.
    end: () => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  };
}

async function stringsOf(parts: Parts, part: string): Promise<string[]> {
  const strings: string[] = [];
  const collected = stringCollector();
  await parseWhole(parts.read(part), {
    open: (name) => (name === 'si' ? collected.begin() : collected.open(name)),
    text: collected.text,
    close: (name) => (name === 'si' ? void strings.push(collected.end()) : collected.close(name)),
  });
  return strings;
}

async function dateStylesOf(parts: Parts, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCellFormats = false;
  await parseWhole(parts.read(part), {
    open(name, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId'));
      if (name === 'numFmt') codes.set(id, attributeOf(attributes, 'formatCode'));
      if (name === 'cellXfs') isInCellFormats = true;
      if (name !== 'xf' || !isInCellFormats) return;
      const code = codes.get(id);
      styles.push(code === undefined ? isBuiltInDate(id) : showsDays(code));
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return styles;
}
