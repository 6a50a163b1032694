import { listingOf } from '../../../bff/contract/draws/listing.ts';
import type { DrawPage } from '../../../bff/contract/draws/replies.ts';
import { sha256Pure } from '../../platform/files/sha256-pure.ts';

/** UTF-8, also where there is no TextEncoder. */
const utf8 = (words: string): Uint8Array =>
  Uint8Array.from(encodeURIComponent(words).match(/%..|[^%]/g) ?? [], (one) =>
    one.length > 1 ? parseInt(one.slice(1), 16) : one.charCodeAt(0),
  );
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const hash = (bytes: Uint8Array): Uint8Array => bytesOf(sha256Pure(bytes));

/** Bytes of a block of SHA-256 (RFC 2104). */
const BLOCK = 64;
function hmac(key: Uint8Array, message: Uint8Array): string {
  const padded = new Uint8Array(BLOCK);
  padded.set(key);
  const inner = hash(
    joined(
      padded.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256Pure(
    joined(
      padded.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

/** What was looked at, in words, and whether it holds. */
export interface Check {
  words: string;
  holds: boolean;
}

/** The order of the tickets, made anew from seed, list and public draw, as the page says. */
export function orderOf({
  seed,
  listHash,
  outcome,
  tickets,
}: Pick<DrawPage, 'seed' | 'listHash' | 'outcome' | 'tickets'>) {
  const key = hash(joined(bytesOf(seed ?? ''), bytesOf(listHash), utf8(outcome)));
  const lots = tickets.map(({ ticket }) => [hmac(key, utf8(ticket)), ticket] as const);
  return lots.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ticket]) => ticket);
}

/** Recomputes what can be by now: the list once it is frozen, everything else once it is drawn. */
export function recompute(page: DrawPage): Check[] {
  const { frozenAt, drawAt, seed, commitment, listHash, tickets } = page;
  if (frozenAt === null) return [];
  const checks: Check[] = [
    { words: '名单与封存时公布的校验值一致', holds: sha256Pure(utf8(listingOf(tickets))) === listHash },
    { words: '名单在公开开奖之前封存', holds: Date.parse(frozenAt) < Date.parse(drawAt) },
  ];
  if (seed === null) return checks;
  const positions = new Map(orderOf(page).map((ticket, at) => [ticket, at + 1]));
  const placed = tickets.filter(({ position }) => position !== null);
  return [
    { words: '种子与发布时公布的校验值一致', holds: sha256Pure(bytesOf(seed)) === commitment },
    ...checks,
    {
      words: '重新算出的顺序与公布的一致',
      holds: placed.every(({ ticket, position }) => positions.get(ticket) === position),
    },
    { words: '名额按顺序给出，中签者都排在候补者之前', holds: isInTurn(page) },
  ];
}

/** In each group nobody has a seat who stands behind somebody without one. */
function isInTurn({ groups, tickets }: DrawPage): boolean {
  return groups.every(({ id }) => {
    const own = tickets.filter(({ groupId, result }) => groupId === id && result !== null && result !== 'gone');
    const inOrder = [...own].sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
    const firstWithout = inOrder.findIndex(({ result }) => result !== 'won');
    return firstWithout === -1 || inOrder.slice(firstWithout).every(({ result }) => result !== 'won');
  });
}
