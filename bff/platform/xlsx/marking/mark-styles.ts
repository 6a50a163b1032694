import { NotXlsx } from '../reading/sheet.ts';
import { prefixOf, rewriteWhole, startOf, type Element } from './rewrite-xml.ts';

/** Light red, as Excel itself colours what is wrong. */
const RED = 'FFFFC7CE';
/** Excel opens no file with more than 65,490 looks of cells. */
const MOST_LOOKS = 30_000;

/** The styles with a second look for every one there is, coloured; the n-th is coloured by `looks + n`. */
export interface MarkedStyles {
  xml: string;
  looks: number;
}

/** Throws NotXlsx for styles that have no looks of cells, or more than can be doubled. */
export async function markStyles(part: AsyncIterable<Buffer>): Promise<MarkedStyles> {
  let [fills, looks, isIn] = [0, 0, ''];
  /** What the looks hold besides their attributes (alignment, protection), written a second time. */
  const copies: string[] = [];
  let copy = '';
  const isLook = (within: readonly string[]) => within.length === 2 && within[1] === 'cellXfs';
  const xml = await rewriteWhole(part, {
    open(element, _write, within) {
      const { local, attributes } = element;
      if (within.length === 1) isIn = local;
      // Counts are hints, and wrong by now.
      if (within.length === 1 && (local === 'fills' || local === 'cellXfs')) delete attributes['count'];
      if (isIn === 'fills' && within.length === 2) fills++;
      if (isIn !== 'cellXfs' || within.length < 2) return;
      if (isLook(within)) {
        if (++looks > MOST_LOOKS) throw new NotXlsx('too_large');
        copy = coloured(element, fills);
      } else copy += `${startOf(element)}>`;
    },
    close(element, write, within) {
      const { local, name } = element;
      if (within.length === 1 && local === 'fills') write(fill(prefixOf(name)));
      if (within.length === 1 && local === 'cellXfs') write(copies.join(''));
      if (isIn !== 'cellXfs' || within.length < 2) return;
      copy += `</${name}>`;
      if (isLook(within)) copies.push(copy);
    },
  });
  if (looks === 0 || fills === 0) throw new NotXlsx('unreadable');
  return { xml, looks };
}

const fill = (prefix: string) =>
  `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${RED}"/></${prefix}patternFill></${prefix}fill>`;

const coloured = (look: Element, fillId: number) =>
  `${startOf({ ...look, attributes: { ...look.attributes, fillId: String(fillId), applyFill: '1' } })}>`;

/** For a workbook that says nothing of looks. */
export const plainStyles = (main: string): MarkedStyles => ({
  xml:
    `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>` +
    `<fill><patternFill patternType="gray125"/></fill>${fill('')}</fills><borders count="1"><border/></borders>` +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fillId="2" applyFill="1" xfId="0"/></cellXfs></styleSheet>',
  looks: 1,
});
