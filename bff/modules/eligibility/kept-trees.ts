import type { AnyAtom, Tree } from '../../contract/eligibility/grammar.ts';
import { keepsState } from '../../platform/singletons.ts';

/** So many different conditions are kept; there are a few hundred in use at a time. */
const MAX_KEPT = 1_000;

const kept = new Map<string, Tree<AnyAtom> | null>();
keepsState(() => kept.clear());

/**
 * The tree that stands in a column as JSON; null: everybody. The same text is answered by the same tree, which nobody
 * changes: what it asks for is read once, however many members are judged by it.
 */
export function treeOf<Atom extends AnyAtom>(text: string | null): Tree<Atom> | null {
  if (text === null) return null;
  const known = kept.get(text);
  if (known !== undefined) return known as Tree<Atom> | null;
  const tree = JSON.parse(text) as Tree<Atom> | null;
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(text, tree);
  return tree;
}
