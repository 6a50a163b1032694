import { describe, expect, test } from '@jest/globals';
import { toPlain, type Tree } from '../../contract/eligibility/grammar.ts';
import { isMet, unmetOf, type Finding } from './rules.ts';

/** Atoms named by what is known of them. */
type Known = 'yes' | 'no' | 'unknown' | 'nobody' | 'private';
type Leaf = { atom: Known };
const [yes, no, unknown, nobody, hidden] = (['yes', 'no', 'unknown', 'nobody', 'private'] as const).map(
  (known): Leaf => ({ atom: known }),
) as [Leaf, Leaf, Leaf, Leaf, Leaf];

function look({ atom }: Leaf): Finding {
  const words = { is: '甲', isNot: '非甲' };
  const discreetWords = atom === 'private' ? '详情请查询' : undefined;
  if (atom === 'nobody') return null;
  if (atom === 'unknown') return { words, discreetWords, judgement: { unknown: '没有记录' } };
  return { words, discreetWords, judgement: { holds: atom === 'yes', figure: '您是乙' } };
}
const unmet = (tree: Tree<Leaf>) => unmetOf(toPlain(tree), look);

describe('what keeps a member out is said, condition by condition', () => {
  test.each<[string, Tree<Leaf>, string[]]>([
    ['what holds says nothing', yes, []],
    ['what does not says the figure', no, ['须甲（您是乙）']],
    ['all: each that is missing', { all: [yes, no, no] }, ['须甲（您是乙）', '须甲（您是乙）']],
    ['any: one is enough', { any: [no, yes] }, []],
    ['any: the ways in one sentence', { any: [no, unknown] }, ['须符合其一：甲（您是乙）；或甲（信息不全：没有记录）']],
    ['any of one is that one', { any: [no] }, ['须甲（您是乙）']],
    ['any over all', { any: [{ all: [no, no] }, no] }, ['须符合其一：甲（您是乙），且甲（您是乙）；或甲（您是乙）']],
    ['all over any', { all: [{ any: [no, no] }, yes] }, ['须符合其一：甲（您是乙）；或甲（您是乙）']],
    ['not: the contrary', { not: yes }, ['须非甲（您是乙）']],
    ['not of what does not hold', { not: no }, []],
    ['not all: one of the contraries', { not: { all: [yes, yes] } }, ['须符合其一：非甲（您是乙）；或非甲（您是乙）']],
    ['not any: each contrary', { not: { any: [yes, no] } }, ['须非甲（您是乙）']],
    ['twice not is once', { not: { not: no } }, ['须甲（您是乙）']],
  ])('%s', (_what, tree, sentences) => expect(unmet(tree)).toEqual(sentences));
});

describe('what is not known admits nobody', () => {
  test.each<[string, Tree<Leaf>, string[]]>([
    ['as it stands', unknown, ['须甲（信息不全：没有记录）']],
    ['negated neither', { not: unknown }, ['须非甲（信息不全：没有记录）']],
    ['a condition that nobody judges', nobody, ['信息不全，请联系协会']],
    ['and its contrary', { not: nobody }, ['信息不全，请联系协会']],
    ['beside what holds, in any', { any: [unknown, yes] }, []],
  ])('%s', (_what, tree, sentences) => expect(unmet(tree)).toEqual(sentences));
});

test('what is nobody else’s business is said in general words, alone and as one of several ways', () => {
  expect(unmet(hidden)).toEqual(['详情请查询']);
  expect(unmet({ any: [hidden, no] })).toEqual(['须符合其一：详情请查询；或甲（您是乙）']);
});

test('every tree is true or false: with its negation, never both', () => {
  const leaves: Tree<Leaf>[] = [yes, no, unknown];
  const grow = (trees: Tree<Leaf>[]) =>
    trees.flatMap((a) => [{ not: a }, ...leaves.flatMap((b) => [{ all: [a, b] }, { any: [b, a] }])]);
  const trees = grow(grow(grow(leaves)));
  expect(trees.length).toBeGreaterThan(900);
  const holds = (tree: Tree<Leaf>) => unmet(tree).length === 0;
  expect(trees.filter((tree) => holds(tree) && holds({ not: tree }))).toEqual([]);
  // Whoever is told nothing is eligible, and nobody else.
  expect(trees.filter((tree) => holds(tree) !== isMet(toPlain(tree), look))).toEqual([]);
  // De Morgan, as anybody would compute it, where everything is known.
  const value = (tree: Tree<Leaf>): boolean => {
    if ('all' in tree) return tree.all.every(value);
    if ('any' in tree) return tree.any.some(value);
    return 'not' in tree ? !value(tree.not) : tree.atom === 'yes';
  };
  const known = trees.filter((tree) => !JSON.stringify(tree).includes('unknown'));
  expect(known.filter((tree) => holds(tree) !== value(tree))).toEqual([]);
});
