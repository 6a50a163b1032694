import QRCode from 'qrcode';

/** Light modules around the code that readers look for (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4;

export interface QrCode {
  /** One rectangle per run of dark modules; the quiet zone is part of the picture. */
  svg: string;
  /** How many times wider than the code itself the picture is. */
  scale: number;
  /** How wide the quiet zone is on each side, in widths of the code. */
  quiet: number;
}

/** Modules around the fourth mark within which readers look for it. */
const LOOKED_FOR = 16;

/** Level H: still read when three tenths of it are lost to a stamp, a stain or copies of copies. */
export function qrCode(url: string): QrCode {
  const { size, data } = modulesOf(url);
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && data[y * size + x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  const whole = size + 2 * QUIET_ZONE;
  const box = `${-QUIET_ZONE} ${-QUIET_ZONE} ${whole} ${whole}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path d="${path}"/></svg>`;
  return { svg, scale: whole / size, quiet: QUIET_ZONE / size };
}

/**
 * Of the eight patterns a code may be masked with, the first in which nothing looks like the fourth mark: a reader that
 * does not find the mark, since a stain lies on it, would take that for it and read the whole code askew (ADR 47).
 */
export function modulesOf(url: string): Modules {
  // As bytes: looking for a shorter mixture of modes takes as long as drawing, and finds none in a link.
  const link = [{ data: Buffer.from(url), mode: 'byte' as const }];
  const codes: Modules[] = [];
  for (const mask of MASKS) {
    const code = QRCode.create(link, { errorCorrectionLevel: 'H', maskPattern: mask }).modules;
    if (lookAlikes(code) === 0) return code;
    codes.push(code);
  }
  return codes.reduce((best, code) => (lookAlikes(code) < lookAlikes(best) ? code : best));
}

/** All that a pattern of the standard can be; undefined: the one that the standard prefers. */
const MASKS = [undefined, 0, 1, 2, 3, 4, 5, 6, 7] as const;

type Modules = Pick<QRCode.BitMatrix, 'size' | 'data'>;

/** Single dark modules in a light frame in a dark one, as the middle of the mark is, seen across and down. */
export function lookAlikes({ size, data }: Modules): number {
  const mark = size - 7;
  const isDark = (x: number, y: number) => x < size && y < size && data[y * size + x] === 1;
  const isMiddle = (x: number, y: number) =>
    isDark(x, y) &&
    !(isDark(x - 1, y) || isDark(x + 1, y) || isDark(x, y - 1) || isDark(x, y + 1)) &&
    isDark(x - 2, y) &&
    isDark(x + 2, y) &&
    isDark(x, y - 2) &&
    isDark(x, y + 2);
  let found = 0;
  for (let y = Math.max(2, mark - LOOKED_FOR); y < size; y++)
    for (let x = Math.max(2, mark - LOOKED_FOR); x < size; x++)
      if (isMiddle(x, y) && !(x === mark && y === mark)) found++;
  return found;
}
