import type { Transaction } from 'sequelize';
import { toPlain, type AnyAtom, type Plain, type Tree } from '../../contract/eligibility/grammar.ts';
import { eligibilityAtoms, type FactSource, type Facts, type JudgedCondition, type Member } from './atom.ts';
import { isMet, unmetOf, type Finding } from './rules.ts';

/** Why a member is not eligible, a sentence each; empty: he, she or it is. Pure: what it looks at has been read. */
export interface Judge {
  (member: Member): string[];
  /** Whether there is nothing to say: cheaper, where nobody reads it. */
  fits(member: Member): boolean;
}

/** null: a condition that nobody in the house judges. */
type Readable = Plain<JudgedCondition | null>;

/**
 * Answers a judge for each eligibility (null: everybody), about these members as of `on` (yyyy-MM-dd). Facts are read
 * here, each source once however many members and eligibilities there are, and only what some condition asks for. If
 * something is decided on it, call it in the transaction, after the members were locked.
 */
export async function judgeMembers(
  what: { eligibilities: readonly (Tree<AnyAtom> | null)[]; members: readonly Member[]; on: string },
  t?: Transaction,
): Promise<Judge[]> {
  const { eligibilities, members, on } = what;
  const readable = eligibilities.map((one) => (one === null ? null : readableOf(one)));
  const facts = await readFacts(new Set(readable.flatMap((one) => (one === null ? [] : sourcesOf(one)))), members, t);
  return readable.map((one): Judge => {
    const look = (member: Member) => (condition: JudgedCondition | null) => find(condition, facts, member, on);
    return Object.assign((member: Member) => (one === null ? [] : unmetOf(one, look(member))), {
      fits: (member: Member) => one === null || isMet(one, look(member)),
    });
  });
}

/** What was made of trees that are kept (kept-trees.ts): the same conditions are judged of one member after the other. */
const made = new WeakMap<Tree<AnyAtom>, Readable>();

function readableOf(tree: Tree<AnyAtom>): Readable {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const readable = toReadable(toPlain(tree));
  made.set(tree, readable);
  return readable;
}

function toReadable(plain: Plain<AnyAtom>): Readable {
  if (plain.group !== 'none') return { group: plain.group, of: plain.of.map(toReadable) };
  return { ...plain, atom: eligibilityAtoms.answer[plain.atom.atom]?.read(plain.atom) ?? null };
}

function sourcesOf(plain: Readable): FactSource<unknown>[] {
  if (plain.group !== 'none') return plain.of.flatMap(sourcesOf);
  return plain.atom === null ? [] : [plain.atom.source];
}

async function readFacts(
  sources: ReadonlySet<FactSource<unknown>>,
  members: readonly Member[],
  t?: Transaction,
): Promise<Facts> {
  const facts = new Map<FactSource<unknown>, ReadonlyMap<string, unknown>>();
  // One after the other: a transaction has one connection.
  for (const source of sources) facts.set(source, await source.read(members, t));
  return facts;
}

function find(condition: JudgedCondition | null, facts: Facts, member: Member, on: string): Finding {
  if (condition === null) return null;
  const { words, discreetWords } = condition;
  return { words, discreetWords, judgement: condition.judge(facts, member, on) };
}
