import { SaxesParser } from 'saxes';

/** What happens in an XML part; names without their prefix, as the prefix is the writer's choice. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What happens in a part; names with their prefix. */
interface AllHandlers {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * One shape of parser for whoever reads a part: with more handlers (of comments, of declarations) the engine takes four
 * times as long for every character. Entities that a part declares are unknown, which is an error.
 */
export function newParser(handlers: AllHandlers): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open(name, attributes));
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('closetag', ({ name }) => handlers.close(name));
  return parser;
}

/** Feeds a part to the handlers; yields after each piece of it, so that what came is taken before more is read. */
export async function* parseXml(part: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = newParser({
    open: (name, attributes) => handlers.open?.(localName(name), attributes),
    text: (text) => handlers.text?.(text),
    close: (name) => handlers.close?.(localName(name)),
  });
  for await (const text of textOfPart(part)) {
    parser.write(text);
    yield;
  }
  parser.close();
  yield;
}

/** The words of a part, piece by piece. */
export async function* textOfPart(part: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of part) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

const encodingOf = (start: Buffer): string =>
  start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';

/** The same for a part that is read to its end. */
export async function parseWhole(part: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(part, handlers)) continue;
}

/** An attribute of this name, whatever its prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string, prefixed = false): string {
  for (const [key, value] of Object.entries(attributes)) {
    if (localName(key) === name && key.includes(':') === prefixed) return value;
  }
  return '';
}
