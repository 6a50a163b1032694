import sharp, { type Exif, type Sharp } from 'sharp';

/** Drawn persons: no picture of anybody is kept in this repository. */
export interface Drawing {
  width?: number;
  height?: number;
  /** Colour of the wall. */
  wall?: string;
  /** Exif's number of which way up it is stored, 1–8. */
  orientation?: number;
  blur?: number;
  /** Brightness, 1 as drawn. */
  light?: number;
  /** Where it was taken is written into it. */
  hasPlace?: boolean;
  format?: 'jpeg' | 'png';
}

/** A person before a wall, the head in the upper half, with enough of hair and cloth to be sharp. */
export async function portraitOf(drawing: Drawing = {}): Promise<Buffer> {
  const { width = 1_000, height = 1_500, wall = '#5b8fd0', orientation = 1, format = 'jpeg' } = drawing;
  let picture = sharp(Buffer.from(svg(width, height, wall)));
  if (drawing.blur) picture = sharp(await picture.blur(drawing.blur).png().toBuffer());
  if (drawing.light) picture = sharp(await picture.png().toBuffer()).linear(drawing.light, 0);
  picture = sharp(await picture.removeAlpha().png().toBuffer());
  for (const step of STORED[orientation - 1]!) picture = sharp(await step(picture).png().toBuffer());
  const exif: Exif = drawing.hasPlace
    ? { IFD0: { Make: 'CANARY-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 4711/100' } }
    : {};
  if (orientation > 1 || drawing.hasPlace) picture = picture.withMetadata({ orientation, exif });
  return format === 'png'
    ? picture.png().toBuffer()
    : picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** How a camera that was held otherwise stores what stands upright (Exif 2.32, Orientation). */
const STORED: ((picture: Sharp) => Sharp)[][] = [
  [],
  [(p) => p.flop()],
  [(p) => p.rotate(180)],
  [(p) => p.flip()],
  [(p) => p.flop(), (p) => p.rotate(270)],
  [(p) => p.rotate(270)],
  [(p) => p.flop(), (p) => p.rotate(90)],
  [(p) => p.rotate(90)],
];

function svg(width: number, height: number, wall: string): string {
  const [cx, head] = [width / 2, width * 0.22];
  const hairs = Array.from({ length: 160 }, (_, i) => {
    const x = cx - head + (i / 160) * 2 * head;
    return `<path d="M${x} ${height * 0.18} q${(i % 7) - 3} ${height * 0.06} ${(i % 5) - 2} ${height * 0.1}" stroke="#${i % 2 ? '1a1410' : '4a3c30'}" stroke-width="1.6" fill="none"/>`;
  });
  const cloth = Array.from(
    { length: 120 },
    (_, i) =>
      `<path d="M${(i / 120) * width} ${height} l${width * 0.02} ${-height * 0.3}" stroke="#${i % 2 ? '223048' : '3a4a66'}" stroke-width="2"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${wall}"/>
    <ellipse cx="${cx}" cy="${height * 1.02}" rx="${width * 0.46}" ry="${height * 0.38}" fill="#2a3a55"/>${cloth.join('')}
    <ellipse cx="${cx}" cy="${height * 0.38}" rx="${head}" ry="${head * 1.3}" fill="#d8a888"/>${hairs.join('')}
    <circle cx="${cx - head * 0.4}" cy="${height * 0.37}" r="${head * 0.09}" fill="#201810"/>
    <circle cx="${cx + head * 0.4}" cy="${height * 0.37}" r="${head * 0.09}" fill="#201810"/>
    <rect x="${cx + head * 0.9}" y="${height * 0.75}" width="${head}" height="${head * 0.5}" fill="#d8c040"/>
    <rect x="${cx - head * 0.3}" y="${height * 0.47}" width="${head * 0.6}" height="${head * 0.06}" fill="#8a3a3a"/>
  </svg>`;
}
