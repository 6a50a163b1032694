import type { Box, PrintedPage, TextRun } from './printed-text.ts';

/** Where text may stand, in points from the edges of the page: a template says it with `<print-area>`. */
export interface PrintArea {
  /** Left and right margin, for header, text and footer. */
  x: number;
  /** Of the page's text; where it ends, in the margins above and below, only header and footer stand. */
  top: number;
  bottom: number;
}

/** Rounding of the printer, and side bearings of glyphs. */
const TOLERANCE = 1.5;
/** Nearer to the edge of the paper no header and no footer stands: printers do not reach it. */
const EDGE = 14;
/** Blank between text and footer, which text that runs out of its area would enter. */
const GAP = 12;

/**
 * Text that stands outside its box: over a margin, into footer or header, across a ruled line (out of its cell), or over
 * other text. In words for staff, each fault once; empty for a sound file.
 */
export function textOutside(pages: PrintedPage[], area: PrintArea): string[] {
  const faults = pages.flatMap((page, index) => {
    const where = `第${index + 1}页`;
    return [
      ...page.runs.filter((run) => !isInside(run, page, area)).map((run) => `${where}：${short(run)}超出版心`),
      ...page.runs
        .filter((run) => page.rules.some((rule) => crosses(run, rule)))
        .map((run) => `${where}：${short(run)}超出表格单元格`),
      ...overlaps(page.runs).map(([run, other]) => `${where}：${short(run)}与${short(other)}重叠`),
    ];
  });
  return [...new Set(faults)];
}

function isInside(run: TextRun, { width, height }: PrintedPage, area: PrintArea): boolean {
  const { x } = area;
  if (run.left < x - TOLERANCE || run.right > width - x + TOLERANCE) return false;
  if (run.bottom < EDGE || run.top > height - EDGE) return false;
  const [low, high] = [area.bottom - TOLERANCE, height - area.top + TOLERANCE];
  const isText = run.bottom >= low && run.top <= high;
  return isText || run.top < low - GAP || run.bottom > high + GAP;
}

const crosses = (run: TextRun, rule: Box): boolean => meet(shrunk(run), rule);

/** From the top of the page down, so that each is compared with few. */
function overlaps(runs: TextRun[]): [TextRun, TextRun][] {
  const down = runs.map((run) => ({ run, box: shrunk(run) })).sort((a, b) => b.box.top - a.box.top);
  const found: [TextRun, TextRun][] = [];
  for (const [index, upper] of down.entries()) {
    for (let next = index + 1; next < down.length; next++) {
      const lower = down[next];
      if (!lower || lower.box.top <= upper.box.bottom) break;
      if (meet(upper.box, lower.box)) found.push([upper.run, lower.run]);
    }
  }
  return found;
}

/** Two areas have a part in common; a ruled line counts as an area, though it has no width. */
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;

const shrunk = (box: Box): Box => ({
  left: box.left + TOLERANCE,
  right: box.right - TOLERANCE,
  bottom: box.bottom + 0.5,
  top: box.top - 0.5,
});

const short = ({ text }: TextRun): string => `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;
