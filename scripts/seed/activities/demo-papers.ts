import sharp from 'sharp';

/** A drawn sheet of paper, as PNG: a heading and lines below it. Nobody's paper is in this repository. */
export async function drawPaper(heading: string, lines: readonly string[]): Promise<Buffer> {
  const at = (y: number, size: number, words: string, anchor: 'middle' | 'start') =>
    `<text x="${anchor === 'middle' ? 400 : 80}" y="${y}" font-size="${size}" text-anchor="${anchor}"
      font-family="Noto Serif SC, serif" fill="#222">${words}</text>`;
  const height = 240 + lines.length * 64;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${height}">
    <rect width="800" height="${height}" fill="#fff"/>
    ${at(110, 44, heading, 'middle')}${lines.map((words, n) => at(210 + n * 64, 28, words, 'start')).join('')}
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
