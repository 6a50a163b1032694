import { createHash } from 'node:crypto';
import { SEAL_SIZE } from './seal.ts';

/** Part of a seal on the right edge of one page. */
export interface SealSlice {
  /** Of the strip, in points from the left edge and the bottom of the page. */
  left: number;
  width: number;
  /** Lower left corner of the whole seal, of which the strip shows this page's part. */
  seal: { x: number; y: number };
}

/** One seal is pressed over so many pages at most: a strip of 8 mm is seen even where a printer leaves 5 mm blank. */
const MOST_PAGES = 5;
/** Heights of the middles of the seals, in parts of the page: neighbours stand apart, as a page may carry two. */
const HEIGHTS = [0.68, 0.36];
/** How far a letter's seals stand above or below that, in parts of the page: every letter is pressed elsewhere. */
const PLAY = 0.1;

/**
 * 骑缝章: a seal pressed across the fanned right edges of a letter's pages, so that each carries its own strip. Longer letters
 * get several, each beginning on the page where the one before ends, so that no page can be taken out between two.
 * @param letter what no other letter has: seals stand at heights that follow from it, so that a page of another letter,
 * though of as many pages, does not fit between its neighbours
 * @returns for each page its strips; all empty for a letter of one page
 */
export function crossPageSeal(pages: { width: number; height: number }[], letter: string): SealSlice[][] {
  const slices: SealSlice[][] = pages.map(() => []);
  const seals = Math.ceil((pages.length - 1) / (MOST_PAGES - 1));
  const shift = (createHash('sha256').update(letter).digest().readUInt16BE(0) / 0xffff) * 2 - 1;
  for (let seal = 0; seal < seals; seal++) {
    const first = Math.round((seal * (pages.length - 1)) / seals);
    const last = Math.round(((seal + 1) * (pages.length - 1)) / seals);
    const strip = SEAL_SIZE / (last - first + 1);
    for (let page = first; page <= last; page++) {
      const { width, height } = pages[page] ?? { width: 0, height: 0 };
      const left = width - strip;
      const middle = height * ((HEIGHTS[seal % HEIGHTS.length] ?? 0.5) + shift * PLAY);
      slices[page]?.push({
        left,
        width: strip,
        // The first page lies on top: fanned to the right, it shows the leftmost part.
        seal: { x: left - (page - first) * strip, y: middle - SEAL_SIZE / 2 },
      });
    }
  }
  return slices;
}

/** The drawing of strips: an artifact, which readers of the text pass over. `form` names the seal among the page's forms. */
export function drawSlices(slices: SealSlice[], form: string): string {
  return slices
    .map(({ left, width, seal }) => {
      const strip = [left, seal.y, width, SEAL_SIZE].map(points).join(' ');
      return `/Artifact BMC\nq ${strip} re W n 1 0 0 1 ${points(seal.x)} ${points(seal.y)} cm /${form} Do Q\nEMC\n`;
    })
    .join('');
}

const points = (value: number): string => value.toFixed(2);
