import { flatten, type Node } from './render.ts';

/** What acts when it is tapped, as a screen reader is told. */
const ACTS = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'option']);
const isField = ({ tag }: Node) => /^(wx-)?(input|textarea)$/.test(tag);
const isHidden = (node: Node): boolean =>
  node.attr.ariaHidden === true || (node.parent ? isHidden(node.parent) : false);
const isNative = ({ tag }: Node) => /^(wx-)?button$/.test(tag);

/** An element as a screen reader calls it: `button 登录`, `field 账号`. */
export function spoken(page: Node): string[] {
  return flatten(page)
    .filter((node) => !isHidden(node) && (isField(node) || isNative(node) || ACTS.has(String(node.attr.ariaRole))))
    .map((node) => {
      const kind = isField(node) ? 'field' : isNative(node) ? 'button' : String(node.attr.ariaRole);
      const name = (node.attr.ariaLabel as string | undefined) ?? (isField(node) ? '' : node.text);
      return `${kind} ${name}`;
    });
}

/** Those that a screen reader has no name for. */
export const nameless = (page: Node): string[] => spoken(page).filter((said) => /^\w+ $/.test(said));
