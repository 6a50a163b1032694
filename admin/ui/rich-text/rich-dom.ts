import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';

/** Puts rich text into an element that is edited; only tags of the closed rich text are ever made. */
export function fill(element: Element, nodes: readonly RichNode[]): void {
  element.replaceChildren(...nodes.map(toDom));
}

function toDom(node: RichNode): Node {
  if ('text' in node) return document.createTextNode(node.text);
  const made = document.createElement(node.tag);
  if (node.tag === 'a' && node.href !== undefined) made.setAttribute('href', node.href);
  fill(made, node.of);
  return made;
}

/** What stands in an edited element, as it is sent: the server keeps what belongs to the closed rich text. */
export function htmlOf(element: Element): string {
  const serializer = new XMLSerializer();
  return [...element.childNodes].map((node) => serializer.serializeToString(node)).join('');
}

/** The same of rich text that nobody has edited. */
export function htmlOfNodes(nodes: readonly RichNode[]): string {
  const element = document.createElement('div');
  fill(element, nodes);
  return htmlOf(element);
}
