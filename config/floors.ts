import ts from 'typescript';
import { posix as path } from 'node:path';
import { tablesIn } from './tables-in-sql.ts';

/**
 * Checks the plan of the house (bff/floors.ts): arrows between modules and between rooms of one, types included, and the
 * tables that SQL names. Dependency-cruiser sees neither types that vanish nor SQL.
 */
export interface House {
  floors: readonly (readonly string[])[];
  rooms: Readonly<Record<string, readonly string[] | undefined>>;
  /** Path from the root → text; every TypeScript file of bff but tests. */
  files: ReadonlyMap<string, string>;
}
export const RULES = [
  'stands-on-a-floor',
  'no-arrow-up',
  'no-arrow-up-between-rooms',
  'no-way-around',
  'tables-of-lower-floors',
  'tables-as-listed',
  'tables-by-name',
  'events-have-publishers',
  'reactions-stand-above',
] as const;
export type FaultRule = (typeof RULES)[number];
export interface Fault {
  rule: FaultRule;
  /** `file → what`, to be read by whoever broke it. */
  where: string;
}
/** A module's use of another one. */
export interface Arrow {
  from: string;
  to: string;
  file: string;
  target: string;
}

/** Tests, what helps them, and migrations, which outlive any plan: they see every floor. */
export const isTest = (file: string): boolean =>
  /\.test\.ts$|\/permissions(\.|\/)|^bff\/(test|migrations)\//.test(file);

const MODULE = /^bff\/modules\/([^/]+)\/(?:([^/]+)\/)?/;
const moduleOf = (file: string) => MODULE.exec(file)?.[1];
const roomOf = (file: string) => MODULE.exec(file)?.[2];
/** See everything; nobody sees them. */
const CONTENTS =
  /^bff\/((?:commands|ports)\/[^/]+|main|app|jobs|models|connections|reactions|payables|personal-data|open-orders|owners|importables|confirmable-changes|corrections|eligibility-atoms|application-parts)\.ts$/;
/** Modules that a folder of the server may know all the same: who is calling is asked by the web layer. */
const KNOWN_TO: Record<string, readonly string[]> = { 'bff/http/': ['accounts'] };

/** What a file imports or exports from, in types too; paths from the root. */
function importsOf(file: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.join(path.dirname(file), name));
}

/** All arrows between files of modules. */
export function arrowsOf({ files }: Pick<House, 'files'>): Arrow[] {
  return [...files].flatMap(([file, text]) => {
    const from = moduleOf(file);
    if (from === undefined) return [];
    return importsOf(file, text).flatMap((target) => {
      const to = moduleOf(target);
      return to === undefined ? [] : [{ from, to, file, target }];
    });
  });
}

/** Every fault of a house. */
export function faultsOf(house: House): Fault[] {
  const floorOf = (name: string) => house.floors.findIndex((floor) => floor.includes(name));
  return [
    ...homeless(house, floorOf),
    ...arrowFaults(house, floorOf),
    ...waysAround(house),
    ...tableFaults(house, floorOf),
    ...eventFaults(house, floorOf),
  ];
}

function homeless({ files }: House, floorOf: (name: string) => number): Fault[] {
  const names = new Set([...files.keys()].map(moduleOf).filter((name) => name !== undefined));
  return [...names].filter((name) => floorOf(name) < 0).map((where) => ({ rule: 'stands-on-a-floor', where }));
}

function arrowFaults(house: House, floorOf: (name: string) => number): Fault[] {
  return arrowsOf(house).flatMap(({ from, to, file, target }): Fault[] => {
    const where = `${file} → ${target}`;
    if (from !== to) return floorOf(to) < floorOf(from) ? [] : [{ rule: 'no-arrow-up', where }];
    const rooms = house.rooms[from] ?? [];
    const [here, there] = [file, target].map((one) => rooms.indexOf(roomOf(one) ?? '')) as [number, number];
    return here >= 0 && there > here ? [{ rule: 'no-arrow-up-between-rooms', where }] : [];
  });
}

/** What stands beside the modules would hand up what it knows of them: it knows none, and they know no table of contents. */
function waysAround({ files }: House): Fault[] {
  return [...files].flatMap(([file, text]) => {
    if (CONTENTS.test(file)) return [];
    const known = Object.entries(KNOWN_TO).find(([folder]) => file.startsWith(folder))?.[1] ?? [];
    const isInside = moduleOf(file) !== undefined;
    return importsOf(file, text).flatMap((target): Fault[] => {
      const to = moduleOf(target);
      const goesAround = isInside ? CONTENTS.test(target) : to !== undefined && !known.includes(to);
      return goesAround ? [{ rule: 'no-way-around', where: `${file} → ${target}` }] : [];
    });
  });
}

const TABLE_OF_MODEL = /tableName: '(\w+)'/g;
const READS = /export const reads = \[([^\]]*)\]/;
/** Tables without a model, which a module keeps by SQL alone. */
const OWNS = /export const owns = \[([^\]]*)\]/;
const namesIn = (list = '') => [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
/** Models of Sequelize that are found by their name: no import shows whose they are. */
const MODEL_BY_NAME = /\.models\b|\.model\(|\binclude: ?[[{]/;

/** A module's use of another one's table, by SQL. */
export interface TableArrow {
  from: string;
  to: string;
  file: string;
  table: string;
}

/** Table → the module that keeps it. */
export function ownersOf({ files }: Pick<House, 'files'>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [file, text] of files) {
    const owner = moduleOf(file);
    if (owner === undefined) continue;
    for (const [, table = ''] of text.matchAll(TABLE_OF_MODEL)) owners.set(table, owner);
    for (const table of namesIn(OWNS.exec(text)?.[1])) owners.set(table, owner);
  }
  return owners;
}

/** Every table of another module that a module's SQL names. */
export function tableArrowsOf({ files }: Pick<House, 'files'>): TableArrow[] {
  const owners = ownersOf({ files });
  return [...files].flatMap(([file, text]) => {
    const from = moduleOf(file);
    if (from === undefined) return [];
    const foreign = [...owners].filter(([, owner]) => owner !== from);
    const named = tablesIn(
      text,
      foreign.map(([table]) => table),
    );
    return foreign
      .filter(([table]) => named.includes(table))
      .map(([table, to]): TableArrow => ({ from, to, file, table }));
  });
}

/** What each module says that it reads. */
function listedReads({ files }: House): Map<string, Set<string>> {
  const reads = new Map<string, Set<string>>();
  for (const [file, text] of files) {
    const reader = moduleOf(file);
    const listed = READS.exec(text)?.[1];
    if (reader === undefined || listed === undefined) continue;
    reads.set(reader, new Set(namesIn(listed)));
  }
  return reads;
}

function tableFaults(house: House, floorOf: (name: string) => number): Fault[] {
  const arrows = tableArrowsOf(house);
  const reads = listedReads(house);
  const idle = [...reads].flatMap(([reader, tables]) =>
    [...tables]
      .filter((table) => !arrows.some(({ from, table: read }) => from === reader && read === table))
      .map((table): Fault => ({ rule: 'tables-as-listed', where: `${reader} lists ${table}, and does not read it` })),
  );
  const named = arrows.flatMap(({ from, to, file, table }): Fault[] => {
    const where = `${file} → ${to}.${table}`;
    if (floorOf(to) >= floorOf(from)) return [{ rule: 'tables-of-lower-floors', where }];
    return reads.get(from)?.has(table) ? [] : [{ rule: 'tables-as-listed', where }];
  });
  const byName = [...house.files]
    .filter(([file, text]) => moduleOf(file) !== undefined && MODEL_BY_NAME.test(codeOf(text)))
    .map(([where]): Fault => ({ rule: 'tables-by-name', where }));
  return [...named, ...idle, ...byName];
}

/** Without comments. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

const PUBLISHED = /\bpublish\(\s*'([\w.-]+)'/g;
const REACTIONS = /'([\w.-]+)': \[([^\]]*)\]/g;

function eventFaults({ files }: House, floorOf: (name: string) => number): Fault[] {
  const publishers = new Map<string, string[]>();
  for (const [file, text] of files) {
    const name = moduleOf(file);
    if (name === undefined) continue;
    for (const [, event = ''] of codeOf(text).matchAll(PUBLISHED)) {
      publishers.set(event, [...(publishers.get(event) ?? []), name]);
    }
  }
  const table = files.get('bff/reactions.ts') ?? '';
  const homes = new Map(
    [...table.matchAll(/import \{ ([^}]*) \} from '\.\/modules\/([^/]+)\//g)].flatMap(([, names = '', home = '']) =>
      names.split(',').map((name) => [name.trim(), home] as const),
    ),
  );
  return [...table.matchAll(REACTIONS)].flatMap(([, event = '', acts = '']): Fault[] => {
    const from = publishers.get(event);
    if (from === undefined) return [{ rule: 'events-have-publishers', where: event }];
    const highest = Math.max(...from.map(floorOf));
    const below = acts
      .split(',')
      .map((act) => act.trim())
      .filter((act) => act !== '' && floorOf(homes.get(act) ?? '') <= highest);
    return below.map((act) => ({ rule: 'reactions-stand-above', where: `${event} → ${act}` }));
  });
}
