import { Op, type Transaction } from 'sequelize';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { isWithin } from '../../../platform/kv/rate-limit.ts';
import { Message, type CodeBudget, type TextBudget } from '../model.ts';

/**
 * Texts to one number in any hour, and in any twenty-four. All budgets together are what the provider lets a number have
 * (Tencent Cloud SMS, 短信频率限制: five an hour, ten a day): a text beyond them would fail for good.
 */
export const TEXT_BUDGETS: Record<TextBudget, { hour: number; day: number }> = {
  owner: { hour: 2, day: 4 },
  anyone: { hour: 2, day: 3 },
  notice: { hour: 1, day: 3 },
};
const WINDOWS = { hour: HOUR_MS, day: DAY_MS };

/** From when on a budget has room for one more text to a number (epoch ms); now or earlier: at once. */
export async function roomFor(number: string, budget: TextBudget, t?: Transaction): Promise<number> {
  const rows = await Message.findAll({
    attributes: ['createdAt', 'sentAt'],
    where: {
      recipient: number,
      textBudget: budget,
      // Codes go out at once. A notice may wait for its turn, and counts when it has gone.
      state: budget === 'notice' ? 'sent' : ['waiting', 'sent'],
      [Op.or]: { sentAt: { [Op.gt]: clock.now() - DAY_MS }, createdAt: { [Op.gt]: clock.now() - DAY_MS } },
    },
    ...(t && { transaction: t }),
  });
  const instants = rows.map(({ createdAt, sentAt }) => sentAt ?? createdAt).sort((a, b) => b - a);
  const room = Object.entries(WINDOWS).map(([window, ms]) => {
    const last = instants[TEXT_BUDGETS[budget][window as keyof typeof WINDOWS] - 1];
    return last === undefined ? 0 : last + ms;
  });
  return Math.max(...room);
}

/** One at a time: what is not written yet is not counted above. */
const MINUTE_MS = 60_000;
const inAMinute = (budget: CodeBudget) => ({ name: `texts-${budget}`, limit: 1, windowMs: MINUTE_MS });
const keyOf = (number: string) => keyedIndex('texts', number);

/** Takes the place of one code to a number, if there is one: for jobs, where who asked has been answered. */
export const mayTakeText = async (number: string, budget: CodeBudget): Promise<boolean> =>
  (await roomFor(number, budget)) <= clock.now() && isWithin(inAMinute(budget), keyOf(number));

/** The same; throws `too_many_requests`: a number is not to be bombarded. */
export async function takeText(number: string, budget: CodeBudget): Promise<void> {
  if (!(await mayTakeText(number, budget))) throw new AppError('too_many_requests', { message: FULL });
}

const FULL = '发往该手机号的短信已达上限，请稍后再试，或改用其他方式';

/**
 * Sends a notice if a number has room for one. Of several jobs at the same moment one looks and sends, until what it has
 * sent is counted: else all of them would find the last place free. Answers when to come again (epoch ms); null: sent.
 */
export async function inTurn(number: string, send: () => Promise<void>): Promise<number | null> {
  const key = `texts-turn:${keyOf(number)}`;
  // A server that dies amid it keeps others waiting for a minute.
  if ((await kv.increment(key, { ttlMs: MINUTE_MS })) > 1) return clock.now() + MINUTE_MS;
  try {
    const turn = await roomFor(number, 'notice');
    if (turn > clock.now()) return turn;
    await send();
    return null;
  } finally {
    await kv.delete(key);
  }
}

/**
 * Whether a number is told by text of what strangers can bring about again and again: once a day, or they would use up
 * the budget of what its owner has to know at once.
 */
export const maySayByStrangers = (number: string): Promise<boolean> =>
  isWithin({ name: 'texts-by-strangers', limit: 1, windowMs: DAY_MS }, keyOf(number));
