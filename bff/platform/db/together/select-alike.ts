import { answerTogether } from './ask-together.ts';
import { selectEach } from '../database.ts';
import { keepsState } from '../../singletons.ts';

type Ask = (values: unknown[]) => Promise<object[]>;

/** MySQL keeps a statement for each number of askers. */
const MOST_ASKERS = 8;

const askersOf = new Map<string, Ask>();
keepsState(() => askersOf.clear());

/**
 * As `select` without its check, for a short list that many ask for at once, each their own: the same SQL that is asked with
 * several values in one turn is asked once (ask-together.ts). For reads that take next to no time, since one waits for all.
 * The SQL begins with SELECT, and there are few of it: values stand beside it.
 */
export function selectAlike(sql: string, values: unknown[]): Promise<object[]> {
  const known = askersOf.get(sql) ?? answerTogether((each: readonly unknown[][]) => selectEach(sql, each), MOST_ASKERS);
  askersOf.set(sql, known);
  return known(values);
}
