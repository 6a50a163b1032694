import { availableParallelism } from 'node:os';
import { AppError } from '../../errors.ts';
import { siteOf } from '../network.ts';
import { keepsState } from '../singletons.ts';

/** One core stays with everybody else; file reads share libuv's four threads, of which a hash takes one. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
/** Sixteen sign-ins a second and core: who is twentieth in line waits about a second. */
const WAITING_OF_ONE_CALLER = 20;
/** Of one /48 of IPv6, which may be one holder's whole: three quarters of the line stay out of its reach. */
const WAITING_OF_ONE_SITE = 100;
const WAITING = 400;

interface Turn {
  caller: string;
  come(): void;
  refuse(): void;
}

/**
 * Holders of networks that wait, each with its turns; the first in the map is next, and goes to the end of the line after a
 * turn. All of a /48 is one holder: who has 65,536 networks comes no more often than who has one.
 */
const line = new Map<string, Turn[]>();
let waiting = 0;
let running = 0;
keepsState(() => {
  line.clear();
  waiting = running = 0;
});

/**
 * Does expensive work when it is the caller's turn: holders of networks take turns one each, so that a flood from one
 * delays itself. Throws `too_many_requests` for a caller with a line of its own; when the whole line is too long, for the
 * last of whoever has most in it.
 * @param caller the network that asks (networkOf)
 */
export async function inTurn<T>(caller: string, work: () => Promise<T>): Promise<T> {
  const holder = siteOf(caller) ?? caller;
  const own = line.get(holder) ?? [];
  const ofCaller = own.filter((turn) => turn.caller === caller).length;
  if (ofCaller >= WAITING_OF_ONE_CALLER || own.length >= WAITING_OF_ONE_SITE || !makesRoom(own.length))
    throw new AppError('too_many_requests');
  await new Promise<void>((come, reject) => {
    const refuse = () => reject(new AppError('too_many_requests'));
    line.set(holder, [...(line.get(holder) ?? []), { caller, come, refuse }]);
    waiting++;
    callNext();
  });
  try {
    return await work();
  } finally {
    running--;
    callNext();
  }
}

/** Whether somebody who has so many in a full line may still join: the last of the longest goes instead. */
function makesRoom(ownLength: number): boolean {
  if (waiting < WAITING) return true;
  const [holder, turns] = [...line].reduce((longest, one) => (one[1].length > longest[1].length ? one : longest));
  if (turns.length <= ownLength + 1) return false;
  turns.pop()?.refuse();
  line.set(holder, turns);
  waiting--;
  return true;
}

function callNext(): void {
  while (running < AT_ONCE) {
    const [first] = line;
    if (!first) return;
    const [holder, [turn, ...others]] = first;
    line.delete(holder);
    if (others.length > 0) line.set(holder, others);
    waiting--;
    running++;
    turn?.come();
  }
}
