import { NotXlsx } from '../reading/sheet.ts';
import { placesOf, type CellNotes, type NotedPlace } from './places.ts';

/** Beyond the numbers that programs give shapes of their own. */
const FIRST_SHAPE = 900_001;
/** The kind of shape that a note is: a box of text. */
const BOX = '_x0000_t202';
const BOX_XML =
  `<v:shapetype id="${BOX}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Prefixes of the elements below; programs are free to call them otherwise in a part of theirs. */
const NAMES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** Columns and rows that a note covers. */
const [WIDTH, HEIGHT] = [3, 4];

/** A note that is drawn when somebody points at its cell. */
function shapeXml({ row, column }: NotedPlace, at: number): string {
  const top = row - 1;
  const anchor = [column + 1, 15, Math.max(top - 1, 0), 10, column + 1 + WIDTH, 15, Math.max(top - 1, 0) + HEIGHT, 4];
  return (
    `<v:shape ${NAMES} id="_x0000_s${FIRST_SHAPE + at}" type="#${BOX}" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${top}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

const shapesXml = (notes: CellNotes, drawn: ReadonlySet<string>): string =>
  [...placesOf(notes)]
    .filter(({ row, column }) => !drawn.has(`${row - 1},${column}`))
    .map(shapeXml)
    .join('');

/** A part of shapes for a sheet that has none. */
export const newShapes = (notes: CellNotes): string =>
  `<xml ${NAMES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${BOX_XML}` +
  `${shapesXml(notes, new Set())}</xml>`;

/**
 * The shapes that a sheet has and ours, but for cells that have one already. Written behind the others as text: what
 * Excel writes here is no XML everywhere. Throws NotXlsx for a part with no end.
 */
export function addShapes(part: string, notes: CellNotes): string {
  const end = part.lastIndexOf('</xml>');
  if (end < 0) throw new NotXlsx('unreadable');
  const drawn = new Set(
    [...part.matchAll(/<(?:\w+:)?Row>\s*(\d+)\s*<\/(?:\w+:)?Row>\s*<(?:\w+:)?Column>\s*(\d+)\s*</g)].map(
      ([, row, column]) => `${row},${column}`,
    ),
  );
  const box = part.includes(`"${BOX}"`) ? '' : BOX_XML.replace('<v:shapetype', `<v:shapetype ${NAMES}`);
  return part.slice(0, end) + box + shapesXml(notes, drawn) + part.slice(end);
}
