import type { SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import type { SectionReply } from '../../../../bff/contract/profile/replies.ts';
import { ApiError, faultText } from '../../../api/api-error.ts';
import { askForProfileAgain, fetchOwnProfile, saveSection } from '../use-profile.ts';
import { forgetSent, readLocal, writeLocal } from './local-copy.ts';
import { mergeTyped, same, withTheirs, type Conflict } from './merge.ts';
import { withSensitiveOf } from './on-device.ts';

/** After the last key: short enough that nobody waits for it, long enough that a word is one save. */
const QUIET_MS = 1_500;
/** A network that has gone comes back by itself. */
const AGAIN_MS = 10_000;
/** Another device that goes on typing is met again; somebody is asked rather than that this goes round. */
const MERGES = 5;

export type SaveState =
  | { kind: 'saved' | 'waiting' | 'saving' | 'offline' }
  | { kind: 'refused'; words: string }
  | { kind: 'conflict'; conflicts: readonly Conflict[]; theirs: SectionReply };

export interface Snapshot {
  typed: SectionData;
  state: SaveState;
  /** As the server last said: labels, faults, doubts. */
  reply: SectionReply;
  /** What that answer was about. */
  sent: SectionData;
}

const dataOf = ({ rows, saidNone }: SectionReply): SectionData => ({ rows, saidNone });

/** Sections that were left while what was typed in them was on its way: who comes back to one waits for it. */
const onTheirWay = new Map<string, Autosave>();

/** Saves one section as it is typed. Lives as long as its page; knows nothing of React. */
export class Autosave {
  #version: number;
  #base: SectionData;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isLeft = false;
  #listeners = new Set<() => void>();
  #now: Snapshot;
  readonly #accountId: number;
  readonly #name: string;
  /** Whoever typed here before and is still sending it; null: nobody. */
  #before: Autosave | null;
  /** What was typed there, as it stands here. */
  readonly #taken: SectionData;

  constructor(accountId: number, reply: SectionReply) {
    this.#accountId = accountId;
    this.#name = `${accountId}:${reply.key}`;
    this.#before = onTheirWay.get(this.#name) ?? null;
    this.#version = reply.version;
    this.#base = dataOf(reply);
    this.#now = { typed: this.#base, state: { kind: 'saved' }, reply, sent: this.#base };
    this.#taken = this.#base;
    const kept = readLocal(accountId, reply.key);
    if (!kept) return;
    this.#version = kept.version;
    // What is sensitive was never kept here: it is as the server has it.
    const present = dataOf(reply);
    this.#base = withSensitiveOf(reply.key, kept.base, present);
    const typed = withSensitiveOf(reply.key, kept.typed, present);
    this.#taken = typed;
    this.#now = { ...this.#now, typed, state: { kind: 'waiting' } };
    writeLocal(accountId, reply.key, { version: this.#version, base: this.#base, typed });
    // It was typed before the network went, on this device: it goes on its way now.
    this.#later(0);
  }

  readonly now = (): Snapshot => this.#now;
  readonly listen = (heard: () => void): (() => void) => {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  };
  #say(patch: Partial<Snapshot>): void {
    this.#now = { ...this.#now, ...patch };
    for (const heard of this.#listeners) heard();
  }
  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  /** What stands in the form from now on. */
  type(typed: SectionData): void {
    writeLocal(this.#accountId, this.#now.reply.key, { version: this.#version, base: this.#base, typed });
    const isAsking = this.#now.state.kind === 'conflict';
    this.#say(isAsking ? { typed } : { typed, state: { kind: 'waiting' } });
    if (!isAsking) this.#later(QUIET_MS);
  }

  /** Takes what another device has saved, where nothing is typed here. */
  adopt(reply: SectionReply): void {
    if (this.#now.state.kind !== 'saved' || reply.version < this.#version || reply === this.#now.reply) return;
    if (reply.version === this.#version) return this.#say({ reply });
    this.#version = reply.version;
    this.#base = dataOf(reply);
    this.#say({ typed: this.#base, sent: this.#base, reply });
  }

  /** Sends what is typed, at once. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#send().finally(() => (this.#running = null));
    return this.#running;
  }

  /** The same, and shows what arrived as the server mended it: for when nobody is typing. */
  async settle(): Promise<Snapshot> {
    await this.flush();
    if (this.#now.state.kind === 'saved') this.#say({ typed: this.#base, sent: this.#base });
    return this.#now;
  }

  async #send(): Promise<void> {
    await this.#followOn();
    for (let merges = 0; ['waiting', 'offline', 'refused'].includes(this.#now.state.kind);) {
      const sent = this.#now.typed;
      this.#say({ state: { kind: 'saving' } });
      try {
        const { section } = await saveSection(this.#now.reply.key, this.#version, sent);
        this.#arrived(section, sent);
      } catch (fault) {
        if (fault instanceof ApiError && fault.code === 'changed_meanwhile' && merges++ < MERGES) await this.#merge();
        else return this.#failed(fault);
      }
    }
  }

  /** One's own last page is not another device: what it has sent is what is typed over now. */
  async #followOn(): Promise<void> {
    const before = this.#before;
    if (!before) return;
    this.#before = null;
    await before.flush();
    if (before.now().state.kind !== 'saved') return;
    const theirs = before.now().reply;
    const { data } = mergeTyped(this.#taken, this.#now.typed, dataOf(theirs));
    if (!same(data, dataOf(theirs))) return this.#over(theirs, data);
    this.#say({ typed: data });
    this.#arrived(theirs, data);
  }

  #arrived(reply: SectionReply, sent: SectionData): void {
    this.#version = reply.version;
    this.#base = dataOf(reply);
    const isAll = this.#now.typed === sent;
    // What the server mended is not put under the fingers of whoever types on.
    if (isAll) forgetSent(this.#accountId, reply.key, sent);
    this.#say({ reply, sent, state: { kind: isAll ? 'saved' : 'waiting' } });
  }

  async #merge(): Promise<void> {
    const profile = await fetchOwnProfile();
    const theirs = profile.sections.find(({ key }) => key === this.#now.reply.key);
    if (!theirs) throw new ApiError('wrong_state', { message: '本项现在不需要填写，已填写的内容保留' });
    const { data, conflicts } = mergeTyped(this.#base, this.#now.typed, dataOf(theirs));
    if (conflicts.length > 0) return this.#say({ typed: data, state: { kind: 'conflict', conflicts, theirs } });
    this.#over(theirs, data);
  }

  /** Somebody has chosen, field by field. */
  resolve(chosenTheirs: readonly Conflict[]): void {
    const { state, typed } = this.#now;
    if (state.kind !== 'conflict') return;
    this.#over(state.theirs, withTheirs(typed, chosenTheirs));
    void this.flush();
  }

  #over(theirs: SectionReply, typed: SectionData): void {
    this.#version = theirs.version;
    this.#base = dataOf(theirs);
    writeLocal(this.#accountId, theirs.key, { version: this.#version, base: this.#base, typed });
    this.#say({ typed, reply: theirs, state: { kind: 'waiting' } });
  }

  #failed(fault: unknown): void {
    const isPassing = fault instanceof ApiError && ['offline', 'timeout', 'unavailable'].includes(fault.code);
    if (isPassing) {
      this.#say({ state: { kind: 'offline' } });
      if (!this.#isLeft) this.#later(AGAIN_MS);
      return;
    }
    const words = fault instanceof ApiError ? (Object.values(fault.fields)[0] ?? fault.message) : faultText(fault);
    this.#say({ state: { kind: 'refused', words } });
  }

  /** The page is left: what is typed goes on its way, and no timer stays. */
  leave(isForGood: boolean): void {
    this.#isLeft = isForGood;
    clearTimeout(this.#timer);
    if (this.#now.state.kind !== 'waiting' && !this.#running) return;
    onTheirWay.set(this.#name, this);
    void this.flush().finally(() => {
      if (onTheirWay.get(this.#name) === this) onTheirWay.delete(this.#name);
      // The list of sections was shown before this arrived.
      if (this.#now.reply.key === 'basic') void askForProfileAgain();
    });
  }
}
