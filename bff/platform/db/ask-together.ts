/** One statement reads for so many at most: whoever comes later in the same turn is read by another one. */
const MOST_KEYS = 64;

interface Asker<Key, Row> {
  key: Key;
  resolve(rows: Row[]): void;
  reject(fault: unknown): void;
}

/**
 * Reads by a key that many ask for at once, strangers with one address on their telephones, say. What is asked for in one
 * turn of the event loop is read by one statement: to write to the server's socket takes longer than what it answers takes
 * to read. Nobody waits for that, and nobody gets what was read before they asked. Rows may be shared: they are not changed.
 * @param read the rows of several keys, by one statement
 * @param keyOf the key to which a row belongs
 */
export function askTogether<Key, Row>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): (key: Key) => Promise<Row[]> {
  let asking: Asker<Key, Row>[] = [];
  const answer = async (askers: readonly Asker<Key, Row>[]): Promise<void> => {
    try {
      const rows = Map.groupBy(await read([...new Set(askers.map(({ key }) => key))]), keyOf);
      for (const { key, resolve } of askers) resolve(rows.get(key) ?? []);
    } catch (fault) {
      for (const { reject } of askers) reject(fault);
    }
  };
  const ask = () => {
    const all = asking;
    asking = [];
    for (let from = 0; from < all.length; from += MOST_KEYS) void answer(all.slice(from, from + MOST_KEYS));
  };
  return (key) =>
    new Promise((resolve, reject) => {
      // After the sockets of this turn have been read, before the next ones are.
      if (asking.length === 0) setImmediate(ask);
      asking.push({ key, resolve, reject });
    });
}
