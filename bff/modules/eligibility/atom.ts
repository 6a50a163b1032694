import type { Transaction } from 'sequelize';
import type { z } from 'zod';
import type { Words } from '../../contract/eligibility/conditions.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { port } from '../../port.ts';

/** Whom an eligibility is judged of. */
export interface Member {
  kind: SubjectKind;
  id: number;
}

/** Where facts are read: once for all members, whichever of its atoms ask for them. */
export interface FactSource<Fact> {
  /** By `keyOfMember`; a member who is missing is unknown. */
  read(members: readonly Member[], t?: Transaction): Promise<ReadonlyMap<string, Fact>>;
}

export const keyOfMember = ({ kind, id }: Member): string => `${kind}:${id}`;

/** What a fact says of a condition: whether it holds, and the member's own figure; or what is not known. */
export type Judgement = { holds: boolean; figure: string } | { unknown: string };

/** What has been read, by source and member. */
export type Facts = ReadonlyMap<FactSource<unknown>, ReadonlyMap<string, unknown>>;

/** A condition that can be judged: its parameters have been read. Pure. */
export interface JudgedCondition {
  source: FactSource<unknown>;
  words: Words;
  /** Said to members in place of words and figure, where these are nobody else's business. */
  discreetWords: string | undefined;
  /** `on`: yyyy-MM-dd. */
  judge(facts: Facts, member: Member, on: string): Judgement;
}

/** What a module knows how to judge. */
export interface Atom {
  /** The condition, ready to be judged; null where its parameters are none of this atom. */
  read(condition: unknown): JudgedCondition | null;
}

/** Binds an atom's parameters, facts and judgement to each other. `judge` is pure. */
export function atom<Condition, Fact>(is: {
  schema: z.ZodType<Condition>;
  source: FactSource<Fact>;
  words(condition: Condition): Words;
  discreetWords?: string;
  judge(condition: Condition, fact: Fact, on: string): Judgement;
}): Atom {
  return {
    read(condition) {
      const read = is.schema.safeParse(condition);
      if (!read.success) return null;
      return {
        source: is.source,
        words: is.words(read.data),
        discreetWords: is.discreetWords,
        judge(facts, member, on) {
          // What this source has read is of its own kind.
          const fact = facts.get(is.source)?.get(keyOfMember(member)) as Fact | undefined;
          return fact === undefined ? { unknown: '' } : is.judge(read.data, fact, on);
        },
      };
    },
  };
}

/** Atom → how it is judged; answered by `eligibility-atoms.ts`. */
export const eligibilityAtoms = port<Readonly<Record<string, Atom>>>('eligibility-atoms.ts');
