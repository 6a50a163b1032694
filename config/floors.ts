import ts from 'typescript';
import { posix as path } from 'node:path';

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
  'tables-of-lower-floors',
  'tables-as-listed',
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

const MODULE = /^bff\/modules\/([^/]+)\/(?:([^/]+)\/)?/;
const moduleOf = (file: string) => MODULE.exec(file)?.[1];
const roomOf = (file: string) => MODULE.exec(file)?.[2];

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

const TABLE_OF_MODEL = /tableName: '(\w+)'/g;
const TABLE_IN_SQL = /\b(?:FROM|JOIN|UPDATE|INTO)\s+([a-z]\w+)/g;
const READS = /export const reads = \[([^\]]*)\]/;

function tableFaults({ files }: House, floorOf: (name: string) => number): Fault[] {
  const owners = new Map<string, string>();
  const reads = new Map<string, Set<string>>();
  for (const [file, text] of files) {
    const owner = moduleOf(file);
    if (owner === undefined) continue;
    for (const [, table = ''] of text.matchAll(TABLE_OF_MODEL)) owners.set(table, owner);
    const listed = READS.exec(text)?.[1];
    if (listed) reads.set(owner, new Set([...listed.matchAll(/'(\w+)'/g)].map(([, table = '']) => table)));
  }
  return [...files].flatMap(([file, text]) => {
    const reader = moduleOf(file);
    if (reader === undefined) return [];
    return [...new Set([...text.matchAll(TABLE_IN_SQL)].map(([, table = '']) => table))].flatMap((table): Fault[] => {
      const owner = owners.get(table);
      if (owner === undefined || owner === reader) return [];
      const where = `${file} → ${owner}.${table}`;
      if (floorOf(owner) >= floorOf(reader)) return [{ rule: 'tables-of-lower-floors', where }];
      return reads.get(reader)?.has(table) ? [] : [{ rule: 'tables-as-listed', where }];
    });
  });
}

const PUBLISHED = /\bpublish\(\s*'([\w.-]+)'/g;
const REACTIONS = /'([\w.-]+)': \[([^\]]*)\]/g;

function eventFaults({ files }: House, floorOf: (name: string) => number): Fault[] {
  const publishers = new Map<string, string>();
  for (const [file, text] of files) {
    const name = moduleOf(file);
    if (name === undefined) continue;
    for (const [, event = ''] of text.matchAll(PUBLISHED)) publishers.set(event, name);
  }
  const table = files.get('bff/reactions.ts') ?? '';
  const homes = new Map(
    [...table.matchAll(/import \{ ([^}]*) \} from '\.\/modules\/([^/]+)\//g)].flatMap(([, names = '', home = '']) =>
      names.split(',').map((name) => [name.trim(), home] as const),
    ),
  );
  return [...table.matchAll(REACTIONS)].flatMap(([, event = '', acts = '']): Fault[] => {
    const publisher = publishers.get(event);
    if (publisher === undefined) return [{ rule: 'events-have-publishers', where: event }];
    const below = acts
      .split(',')
      .map((act) => act.trim())
      .filter((act) => act !== '' && floorOf(homes.get(act) ?? '') <= floorOf(publisher));
    return below.map((act) => ({ rule: 'reactions-stand-above', where: `${event} → ${act}` }));
  });
}
