import { localName, newParser, textOfPart } from '../reading/xml-events.ts';

/** An element as it is written; `name` with its prefix, `local` without. */
export interface Element {
  name: string;
  local: string;
  attributes: Record<string, string>;
}

/** Adds to what is written, at the place where the part is being read. */
export type Write = (xml: string) => void;

/** What is changed while a part is copied. Elements may be changed in place before they are written. */
export interface Changes {
  /** Before the element is written; `within` are the local names of those it stands in, from the root. */
  open?(element: Element, write: Write, within: readonly string[]): void;
  /** Before the end of the element is written; `within` without itself. */
  close?(element: Element, write: Write, within: readonly string[]): void;
  /** Behind the end of the element. */
  after?(element: Element, write: Write, within: readonly string[]): void;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const entity = (character: string) => ENTITIES[character] ?? '';
const escapedText = (text: string) => text.replace(/[&<>\r]/g, entity);
const escapedAttribute = (value: string) => value.replace(/[&<>"\r\n\t]/g, entity);

/** Words as they stand in XML; what it forbids is left out. */
export const toXmlText = (text: string): string =>
  escapedText(text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));

/** The prefix of an element, with its colon, for others beside it. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/** Longer blanks are nobody's words. */
const FILLING = 1_000;

/** `<c r="A1"`, still open. */
export const startOf = ({ name, attributes }: Element): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`)
    .join('')}`;

/**
 * Copies a part with changes, in UTF-8, piece by piece; what is not changed says the same as before, comments and
 * declarations left out. Throws for what is no XML, and for entities that the part itself declares.
 */
export async function* rewriteXml(part: AsyncIterable<Buffer>, changes: Changes): AsyncGenerator<string> {
  let out = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const open: Element[] = [];
  const within: string[] = [];
  let isStart = false;
  const write: Write = (xml) => {
    out += isStart ? `>${xml}` : xml;
    isStart = false;
  };
  const parser = newParser({
    open(name, attributes) {
      const element = { name, local: localName(name), attributes: { ...attributes } };
      changes.open?.(element, write, within);
      write(startOf(element));
      isStart = true;
      open.push(element);
      within.push(element.local);
    },
    text(text) {
      // What fills a file up between its elements, by the hundred megabytes, says nothing.
      if (text.length < FILLING || /\S/.test(text)) write(escapedText(text));
    },
    close() {
      const element = open.pop()!;
      within.pop();
      changes.close?.(element, write, within);
      out += isStart ? '/>' : `</${element.name}>`;
      isStart = false;
      changes.after?.(element, write, within);
    },
  });
  for await (const text of textOfPart(part)) {
    parser.write(text);
    yield out;
    out = '';
  }
  parser.close();
  yield out;
}

/** The same of a part that is short enough to be held. */
export async function rewriteWhole(part: AsyncIterable<Buffer>, changes: Changes): Promise<string> {
  let whole = '';
  for await (const piece of rewriteXml(part, changes)) whole += piece;
  return whole;
}
