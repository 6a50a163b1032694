import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { toShanghaiSecond } from '../../contract/dates.ts';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import { knownEndFault, readKnownEnd } from './known-end.ts';
import { readAnchors, type Anchor } from './anchors.ts';

const BATCH = 500;
const linkRow = z.strictObject({ chainNo: z.int(), hash: z.string() });

/**
 * Whether the log passes through every anchor that was noted outside the database, and since the last through what this
 * process has chained; in words where it does not.
 */
export async function checkAnchors(t?: Transaction): Promise<string[]> {
  const { anchors, damaged, loose } = await readAnchors();
  const faults = damaged.map((key) => `操作日志的锚点文件 ${key} 被改动`);
  const [gap] = loose;
  if (gap) faults.push(`操作日志在${toShanghaiSecond(Date.parse(gap.at))}的锚点之前有锚点被删除或调换`);
  const { note } = await readKnownEnd();
  if (note && note.anchor !== '' && !anchors.some(({ mac }) => mac === note.anchor)) {
    faults.push('操作日志最近的锚点被删除');
  }
  const missed: Anchor[] = [];
  for (let from = 0; from < anchors.length; from += BATCH) {
    const some = anchors.slice(from, from + BATCH);
    const list = inList(some.map(({ length }) => length));
    const links = await select(
      linkRow,
      `SELECT chain_no AS chainNo, hash FROM audit_entries WHERE chain_no IN ${list.sql}`,
      list.values,
      t,
    );
    const hashes = new Map(links.map(({ chainNo, hash }) => [chainNo, hash]));
    missed.push(...some.filter(({ length, hash }) => hashes.get(length) !== hash));
  }
  const [first] = missed;
  if (!first) {
    const sinceThen = await knownEndFault(t);
    return sinceThen === null ? faults : [...faults, sinceThen];
  }
  const when = toShanghaiSecond(Date.parse(first.at));
  const words = `操作日志在${when}有${first.length}条，现在不是那时的内容：被清空、截短、换成旧的或重写`;
  return [...faults, missed.length > 1 ? `${words}（共有${missed.length}个锚点不符）` : words];
}
