import { renderPdf, type RenderedPdf } from '../../platform/pdf/render.ts';
import { flowOf, type Flow } from '../certificate/line-breaks.ts';
import { qrCode } from '../certificate/qr-code.ts';
import type { FormCell, FormList, RegistrationFormData } from './form-data.ts';

/** Points of the text area, between margins of 20 mm, less the column that names a list; and of the photo's column. */
const WIDTH = 481.9;
const NAME_WIDTH = 31.2;
const PHOTO_WIDTH = 110.6;
/** Left and right of a text in its cell, and what rounding needs. */
const INSET = 6;
const USUAL = 10.5;
const SMALL = 9;

/** A text as the template reads it: where its lines may end, and whether it is set small because one line does not hold it. */
interface Printed {
  flow: Flow;
  small: boolean;
}

/**
 * The form as PDF/A, not yet signed. Throws TemplateError if it can never be printed, or a text would stand outside its box.
 * @param options.creationTime epoch milliseconds; the same form and time give the same bytes
 */
export function printRegistrationForm(
  form: RegistrationFormData,
  options: { creationTime: number },
): Promise<RenderedPdf> {
  return renderPdf('registration-form', laidOut(form), options);
}

/** What the template prints, as it reads it. */
export function laidOut(form: RegistrationFormData): object {
  const { url } = form.verification;
  return {
    ...form,
    firm: flowOf(form.firm),
    beside: form.beside.map(cellsIn((WIDTH - PHOTO_WIDTH) / 10)),
    below: form.below.map(cellsIn(WIDTH / 12)),
    lists: form.lists.map(laidOutList),
    portrait: form.photo === null ? null : framed(form.photo),
    photo: null,
    qr: qrCode(url),
    // Where number and code are typed: a whole address, short enough to type.
    site: url.replace(/\/c\/[^/]*$/, '/verify'),
  };
}

const cellsIn = (column: number) => (row: readonly FormCell[]) =>
  row.map(({ label, value, span, labelSpan = 1 }) => ({
    label,
    labelSpan,
    span,
    value: printed(value, span * column),
  }));

function laidOutList({ columns, rows, ...list }: FormList) {
  const column = (WIDTH - NAME_WIDTH) / 12;
  return {
    ...list,
    columns,
    rows: rows.map((row) => row.map((value, at) => printed(value, (columns[at]?.width ?? 1) * column))),
  };
}

function printed(value: string, width: number): Printed {
  const small = widthOf(value) * USUAL > width - INSET;
  const room = (width - INSET) / (small ? SMALL : USUAL);
  return { flow: flowOf(value).flatMap((piece) => (piece === null ? [piece] : withinCell(piece, room))), small };
}

/** What one line of a narrow cell cannot hold is divided anywhere: a word without a blank above all. */
function withinCell(piece: string | [string], room: number): Flow {
  const text = typeof piece === 'string' ? piece : piece[0];
  if (widthOf(text) <= room) return [piece];
  return text.split(LATIN_WORD).flatMap((part): Flow => {
    if (part === '') return [];
    const isTooWide = LATIN_WORD.test(part) && widthOf(part) > room;
    return isTooWide ? [...part].flatMap((character): Flow => [character, null]) : [part];
  });
}
const LATIN_WORD = /([!-~]{2,})/;

/** In ems, as Tinos has them or a little more: a word taken for narrower than it is would stand outside its cell. */
function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? 1;
  return ems;
}
const WIDTHS: readonly [RegExp, number][] = [
  [/[WM@%]/, 0.95],
  [/[A-Zmw&]/, 0.78],
  [/[+=<>~]/, 0.57],
  [/[ -~]/, 0.52],
];

/** A photo as a picture that holds it: the template reads text alone. 413 × 626 pixels are 35 × 53 mm at 300 dpi. */
const framed = (photo: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 413 626"><image width="413" height="626" href="data:image/jpeg;base64,${photo}"/></svg>`;
