import { openSync, type Font } from 'fontkit';
import { deflateSync } from 'node:zlib';
import { fontFiles } from '../pdf/fonts.ts';

/** 42 mm in points: the round seal of a provincial or local association (社会团体印章管理规定, 第五条). */
export const SEAL_SIZE = 119.06;

/** Drawn on a square of 400 units with y upwards, then scaled. */
const UNITS = 400;
const MIDDLE = UNITS / 2;
const RED = '0.7059 0.1373 0.1647'; // #B4232A

/**
 * Content stream (deflated) of the round red seal, as outlines only, so that it needs no font and no picture.
 * @param wording.association around the upper edge; up to some 20 characters, condensed as they become many
 * @param wording.purpose under the star, e.g. 电子证明专用章
 * @param wording.mark two characters on both sides of the star, e.g. 测试
 */
export function drawSeal(wording: { association: string; purpose: string; mark: string }): Buffer {
  const font = openSync(fontFiles.songBold);
  const content = [
    `/ink gs ${RED} rg ${RED} RG`,
    `${SEAL_SIZE / UNITS} 0 0 ${SEAL_SIZE / UNITS} 0 0 cm`,
    ring(),
    star(),
    ...upperArc(font, [...wording.association]),
    ...line(font, [...wording.purpose], 31, 64),
    ...besideStar(font, [...wording.mark]),
  ];
  return deflateSync(content.join('\n'));
}

function ring(): string {
  const r = 190;
  const k = r * 0.5523; // four Bézier quarters
  const [low, high] = [MIDDLE - r, MIDDLE + r];
  return [
    `9 w ${high} ${MIDDLE} m`,
    `${high} ${MIDDLE + k} ${MIDDLE + k} ${high} ${MIDDLE} ${high} c`,
    `${MIDDLE - k} ${high} ${low} ${MIDDLE + k} ${low} ${MIDDLE} c`,
    `${low} ${MIDDLE - k} ${MIDDLE - k} ${low} ${MIDDLE} ${low} c`,
    `${MIDDLE + k} ${low} ${high} ${MIDDLE - k} ${high} ${MIDDLE} c s`,
  ].join('\n');
}

function star(): string {
  const corners = Array.from({ length: 10 }, (_, corner) => {
    const radius = corner % 2 === 0 ? 58 : 22.2; // a regular pentagram: inner radius 0.382 of the outer
    const angle = Math.PI / 2 + (corner * Math.PI) / 5;
    return `${round(MIDDLE + radius * Math.cos(angle))} ${round(MIDDLE + radius * Math.sin(angle))}`;
  });
  return `${corners.join(' l\n').replace(' l', ' m')} l f`;
}

function upperArc(font: Font, characters: string[]): string[] {
  const [size, baseline, span] = [58, 124, 230];
  const step = Math.min(33, span / Math.max(1, characters.length - 1));
  const room = (step * Math.PI * (baseline + size / 2)) / 180;
  const condensed = Math.min(1, (room * 0.98) / size);
  return characters.map((character, index) => {
    const angle = ((index - (characters.length - 1) / 2) * step * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const turn = [cos * condensed, -sin * condensed, sin, cos].map((value) => value.toFixed(4)).join(' ');
    return place(font, character, size, `${turn} ${round(MIDDLE + baseline * sin)} ${round(MIDDLE + baseline * cos)}`);
  });
}

function line(font: Font, characters: string[], size: number, baseline: number): string[] {
  return characters.map((character, index) => {
    const x = MIDDLE + (index - (characters.length - 1) / 2) * size;
    return place(font, character, size, `1 0 0 1 ${round(x)} ${baseline}`);
  });
}

function besideStar(font: Font, [left, right]: string[]): string[] {
  if (!left || !right) return [];
  const size = 44;
  const baseline = MIDDLE - size * 0.38;
  return [
    place(font, left, size, `1 0 0 1 ${MIDDLE - 92} ${baseline}`),
    place(font, right, size, `1 0 0 1 ${MIDDLE + 92} ${baseline}`),
  ];
}

/** Fills one glyph whose baseline is centred on the origin of the given matrix. */
function place(font: Font, character: string, size: number, matrix: string): string {
  const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
  if (glyph.id === 0) throw new Error(`the seal cannot show ${character}`);
  const scale = size / font.unitsPerEm;
  const shift = (glyph.advanceWidth * scale) / 2;
  return `q ${matrix} cm\n${outline(glyph.path.commands, scale, shift)}f Q`;
}

function outline(commands: { command: string; args: number[] }[], scale: number, shift: number): string {
  let from: [number, number] = [0, 0];
  let content = '';
  for (const { command, args } of commands) {
    const at = args.map((value, index) => value * scale - (index % 2 === 0 ? shift : 0));
    const points = command === 'quadraticCurveTo' ? cubic(from, at) : at;
    content += `${points.map(round).join(' ')} ${OPERATORS[command]}\n`.trimStart();
    from = [at.at(-2) ?? from[0], at.at(-1) ?? from[1]];
  }
  return content;
}

const OPERATORS: Record<string, string> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'c',
  bezierCurveTo: 'c',
  closePath: 'h',
};

/** PDF has only cubic curves. */
function cubic([x0, y0]: [number, number], [cx = 0, cy = 0, x = 0, y = 0]: number[]): number[] {
  return [x0 + (2 / 3) * (cx - x0), y0 + (2 / 3) * (cy - y0), x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y), x, y];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
