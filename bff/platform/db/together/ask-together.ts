/** One statement reads for so many at most: whoever comes later in the same turn is read by another one. */
const MOST_KEYS = 64;
/** Statements that are under way at the same time; who asks meanwhile is read by the next one. */
const AT_ONCE = 2;
/** One that takes longer, ms, is waited for by nobody else: a connection that has gone dead must not hold up the others. */
const SLOW_MS = 200;

interface Asker<Key, Answer> {
  key: Key;
  resolve(answer: Answer): void;
  reject(fault: unknown): void;
}

/**
 * Answers what many ask for at once, strangers with one letter on their telephones, say. What is asked for in one turn of
 * the event loop is read by one statement: to write to the server's socket takes longer than to read what it answers.
 * Nobody gets what was read before they asked, and whoever comes while two statements are under way waits for one of them to
 * end: so the reads have to be quick. One fault is everybody's.
 * @param read the answers to several keys, in their order, by one statement
 */
export function answerTogether<Key, Answer>(
  read: (keys: readonly Key[]) => Promise<readonly Answer[]>,
  most = MOST_KEYS,
): (key: Key) => Promise<Answer> {
  const asking: Asker<Key, Answer>[] = [];
  let isDue = false;
  let underWay = 0;
  const answer = async (askers: readonly Asker<Key, Answer>[]): Promise<void> => {
    let isWaitedFor = true;
    const over = () => {
      if (!isWaitedFor) return;
      isWaitedFor = false;
      underWay--;
      begin();
    };
    const slow = setTimeout(over, SLOW_MS);
    try {
      const answers = await read(askers.map(({ key }) => key));
      askers.forEach(({ resolve }, at) => resolve(answers[at] as Answer));
    } catch (fault) {
      for (const { reject } of askers) reject(fault);
    } finally {
      clearTimeout(slow);
      over();
    }
  };
  const ask = () => {
    isDue = false;
    while (asking.length > 0 && underWay < AT_ONCE) {
      underWay++;
      void answer(asking.splice(0, most));
    }
  };
  // After the sockets of this turn have been read, before the next ones are.
  const begin = () => {
    if (isDue || asking.length === 0 || underWay >= AT_ONCE) return;
    isDue = true;
    setImmediate(ask);
  };
  return (key) =>
    new Promise((resolve, reject) => {
      asking.push({ key, resolve, reject });
      begin();
    });
}

/**
 * The same of rows that belong to a key. Who asks for the same key gets the same rows: they are not changed.
 * @param read the rows of several keys, by one statement
 * @param keyOf the key to which a row belongs
 */
export function askTogether<Key, Row>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): (key: Key) => Promise<Row[]> {
  return answerTogether(async (keys) => {
    const rows = Map.groupBy(await read([...new Set(keys)]), keyOf);
    return keys.map((key) => rows.get(key) ?? []);
  });
}
