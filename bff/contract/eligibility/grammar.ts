/**
 * The closed grammar of eligibility: groups over atoms, no text expressions (spec activities.md, Who may sign up). Open in
 * the atoms, so that a module that moves in brings its own.
 */
export type Tree<Atom extends AnyAtom> = { all: Tree<Atom>[] } | { any: Tree<Atom>[] } | { not: Tree<Atom> } | Atom;

export interface AnyAtom {
  atom: string;
}

/** Whether an atom is asked for as it stands, or its contrary is. */
export type Polarity = 'is' | 'isNot';

/** A tree whose negations stand at its atoms (De Morgan): what is judged and said. */
export type Plain<Atom> =
  { group: 'all' | 'any'; of: Plain<Atom>[] } | { group: 'none'; atom: Atom; polarity: Polarity };

const CONTRARY = { is: 'isNot', isNot: 'is' } as const;

/** Puts the negations of a tree at its atoms. */
export function toPlain<Atom extends AnyAtom>(tree: Tree<Atom>, polarity: Polarity = 'is'): Plain<Atom> {
  const below = (trees: Tree<Atom>[]) => trees.map((one) => toPlain(one, polarity));
  if ('not' in tree) return toPlain(tree.not, CONTRARY[polarity]);
  if ('all' in tree) return { group: polarity === 'is' ? 'all' : 'any', of: below(tree.all) };
  if ('any' in tree) return { group: polarity === 'is' ? 'any' : 'all', of: below(tree.any) };
  return { group: 'none', atom: tree, polarity };
}

/** The trees directly below one. */
function childrenOf<Atom extends AnyAtom>(tree: Tree<Atom>): Tree<Atom>[] {
  if ('all' in tree) return tree.all;
  if ('any' in tree) return tree.any;
  return 'not' in tree ? [tree.not] : [];
}

/** All atoms of a tree, in their order. */
export function atomsOf<Atom extends AnyAtom>(tree: Tree<Atom>): Atom[] {
  return 'atom' in tree ? [tree] : childrenOf(tree).flatMap(atomsOf);
}

/** Groups and negations above its deepest atom. */
export function depthOf<Atom extends AnyAtom>(tree: Tree<Atom>): number {
  return 'atom' in tree ? 0 : 1 + Math.max(0, ...childrenOf(tree).map(depthOf));
}
