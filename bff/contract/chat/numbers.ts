import type { ChatMessage } from './replies.ts';

/** What a client has of a talk: numbers in their order. Pure; both clients keep their talks by it. */
export interface Kept {
  items: readonly ChatMessage[];
  /** Everything up to this number is there. */
  have: number;
  /** Something after it is missing: it has to be asked for. */
  hasGap: boolean;
}

export const NOTHING_KEPT: Kept = { items: [], have: 0, hasGap: false };

/** Adds what has come, in whatever order and however often: each number once, in order, holes known. */
export function keep(kept: Kept, come: readonly ChatMessage[]): Kept {
  const known = new Map(kept.items.map((item) => [item.seq, item]));
  for (const item of come) known.set(item.seq, item);
  const items = [...known.values()].sort((a, b) => a.seq - b.seq);
  let have = kept.have;
  for (const { seq } of items) if (seq === have + 1) have = seq;
  return { items, have, hasGap: items.some(({ seq }) => seq > have) };
}

/** A talk as it is shown: what was taken back is gone, and who has read how far is said apart. */
export interface Shown {
  items: ChatMessage[];
  readByMember: number;
  readByStaff: number;
}

export function show({ items }: Kept): Shown {
  const gone = new Set<number>();
  const read = { member: 0, staff: 0 };
  for (const { by, kind, event, about, seq } of items) {
    if (event === 'retracted' && about !== null) gone.add(about);
    // Whoever says something has read what stands above.
    if (by === 'member' || by === 'staff')
      read[by] = Math.max(read[by], event === 'read' ? (about ?? 0) : kind === 'event' ? 0 : seq - 1);
  }
  return {
    items: items.filter(({ seq, event }) => event !== 'read' && !gone.has(seq)),
    readByMember: read.member,
    readByStaff: read.staff,
  };
}
