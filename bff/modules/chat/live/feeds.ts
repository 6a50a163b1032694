import { z } from 'zod';
import { CHAT_PAGE } from '../../../contract/chat/limits.ts';
import { KeyValueError } from '../../../platform/kv/key-value.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { log } from '../../../platform/log/log.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { Chat } from '../model.ts';
import { presentMessage } from '../present.ts';
import { changesHands } from '../rules.ts';
import { channelOf, signal } from '../signals/publish.ts';
import { readAfter, type ReadMessage } from '../talk/read-messages.ts';
import type { Receiver } from './frames.ts';
import { inTurn } from './in-turn.ts';

/**
 * What a process hands on of one talk. Whoever listens is told numbers one after the other, each once: all reading for a
 * talk is done in one line, and starts where the one who has least stands.
 */
interface Feed {
  id: number;
  /** Receiver → the number that it was given last. */
  given: Map<Receiver, number>;
  line: Promise<void>;
  /** Resolves once this process listens to the channel; to false where it could not. */
  heard: Promise<boolean>;
  leave: (() => Promise<void>) | undefined;
}

/** A number that nobody was told of is found so many ms later: signals may be lost, rows are not. */
const LOOK_EVERY_MS = 10_000;

const feeds = new Map<number, Feed>();
let looking: NodeJS.Timeout | undefined;
keepsState(() => {
  clearInterval(looking);
  looking = undefined;
  feeds.clear();
});

/** Talks that somebody listens to in this process, with who listens. */
export const listenedTo = (): ReadonlyMap<number, Iterable<Receiver>> =>
  new Map([...feeds.values()].map((feed) => [feed.id, feed.given.keys()]));

/**
 * Gives a receiver everything of a talk after the number that it has, and then whatever comes. The channel is heard before
 * anything is read: what comes in between comes twice, and is given once. Whoever calls has authorised it, and takes care
 * that `have` is no number that was not there by then: whatever takes the talk from them comes after it, and is read.
 */
export async function join(receiver: Receiver, id: number, have: number): Promise<void> {
  const feed = feeds.get(id) ?? open(id);
  feed.given.set(receiver, have);
  await feed.heard;
  await bring(feed);
}

/** Takes a receiver out of a talk; with its last receiver the feed ends. */
export function leave(receiver: Receiver, id: number): void {
  const feed = feeds.get(id);
  if (!feed?.given.delete(receiver) || feed.given.size > 0) return;
  feeds.delete(id);
  void feed.heard.then(() => feed.leave?.()).catch(noteLost);
  if (feeds.size > 0) return;
  clearInterval(looking);
  looking = undefined;
}

function open(id: number): Feed {
  const feed: Feed = { id, given: new Map(), line: Promise.resolve(), heard: Promise.resolve(false), leave: undefined };
  feeds.set(id, feed);
  feed.heard = hear(feed);
  if (!looking) {
    looking = setInterval(() => void lookForLost().catch(noteLost), LOOK_EVERY_MS);
    looking.unref();
  }
  return feed;
}

async function hear(feed: Feed): Promise<boolean> {
  try {
    feed.leave = await kv.subscribe(channelOf(feed.id), (text) => onSignal(feed, text));
    return true;
  } catch (error) {
    if (!(error instanceof KeyValueError)) throw error;
    return false;
  }
}

function onSignal(feed: Feed, text: string): void {
  const what = signal.parse(JSON.parse(text));
  if ('seq' in what) {
    if (leastOf(feed) < what.seq) void bring(feed).catch(noteLost);
    return;
  }
  for (const receiver of feed.given.keys()) {
    if (receiver.reader !== what.typing) receiver.give({ t: 'typing', c: feed.id, by: what.typing });
  }
}

const leastOf = (feed: Feed): number => Math.min(...feed.given.values());

/** Reads the numbers that some receiver does not have and hands them on, once the reading before it is done. */
function bring(feed: Feed): Promise<void> {
  const done = feed.line.then(() => readOn(feed));
  // A reading that fails keeps nobody from trying again.
  feed.line = done.catch(() => undefined);
  return done;
}

async function readOn(feed: Feed): Promise<void> {
  for (;;) {
    if (feed.given.size === 0) return;
    const from = leastOf(feed);
    const { rows, moved } = await inTurn(async () => {
      const found = await readAfter(feed.id, from);
      const hasMoved = found.some(({ event }) => changesHands(event));
      return { rows: found, moved: hasMoved ? await Chat.findByPk(feed.id) : undefined };
    });
    hand(feed, rows, { from, moved });
    if (rows.length < CHAT_PAGE) return;
  }
}

/**
 * Hands rows to the receivers. A receiver that joined while they were read, and has less than they begin with, gets none of
 * them: its own reading follows. Whose talk it is no longer hears that it has gone, and nothing that is said after.
 * @param read moved: the talk as it is now, where any of the rows may have given it to somebody else; null: it is removed
 */
function hand(
  feed: Feed,
  rows: readonly ReadMessage[],
  { from, moved }: { from: number; moved: Chat | null | undefined },
): void {
  for (const row of rows) {
    const shown = {
      member: { t: 'msg', c: feed.id, m: presentMessage(row, 'member') },
      staff: { t: 'msg', c: feed.id, m: presentMessage(row, 'staff') },
    } as const;
    for (const [receiver, given] of feed.given) {
      if (given < from || given >= row.seq) continue;
      feed.given.set(receiver, row.seq);
      receiver.give(shown[receiver.reader]);
      if (!changesHands(row.event) || (moved && receiver.mayHear(moved))) continue;
      leave(receiver, feed.id);
      receiver.lost(feed.id);
    }
  }
}

const lastRow = z.strictObject({ id: z.int(), seq: z.int() });

/** Looks whether any number was missed: one read for all talks. */
export async function lookForLost(): Promise<void> {
  for (const feed of feeds.values()) if (!(await feed.heard)) feed.heard = hear(feed);
  const ids = inList([...feeds.keys()]);
  const rows = await select(lastRow, `SELECT id, last_seq AS seq FROM chats WHERE id IN ${ids.sql}`, ids.values);
  for (const { id, seq } of rows) {
    const feed = feeds.get(id);
    if (feed && leastOf(feed) < seq) await bring(feed);
  }
}

function noteLost(error: unknown): void {
  log.warn({ err: error }, 'a talk was not handed on');
}
