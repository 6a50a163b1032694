import sharp from 'sharp';

/** How a demo lawyer is drawn: nobody's picture is in this repository. */
export interface Portrait {
  wall: string;
  coat: string;
  hair: string;
  /** Long hair falls on the shoulders. */
  isLong: boolean;
}

/** A drawn portrait of 1,200 × 1,819 pixels, as a telephone would have taken it. */
export function drawPortrait({ wall, coat, hair, isLong }: Portrait): Promise<Buffer> {
  const long = isLong ? `<path d="M27 52q-4 40 2 58h42q6-18 2-58z" fill="${hair}"/>` : '';
  const weave = Array.from(
    { length: 60 },
    (_, i) => `<path d="M${i * 1.7} 152l3-40" stroke="#fff" stroke-opacity=".06"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1819" viewBox="0 0 100 151.6">
    <rect width="100" height="152" fill="${wall}"/>${long}
    <path d="M8 152q4-42 30-46h24q26 4 30 46z" fill="${coat}"/>${weave.join('')}
    <path d="M42 86h16v22l-8 9-8-9z" fill="#d9a985"/><path d="M41 104l9 15 9-15 6 4-15 28-15-28z" fill="#fff"/>
    <path d="M48 119h4l3 30h-10z" fill="#7a2430"/><ellipse cx="50" cy="62" rx="21" ry="27" fill="#e2b796"/>
    <path d="M28 58q-1-30 22-30t22 30q-5-15-22-15t-22 15z" fill="${hair}"/>
    <path d="M39 57h8M53 57h8" stroke="${hair}" stroke-width="1.6"/>
    <circle cx="43" cy="63" r="2.1" fill="#241a14"/><circle cx="57" cy="63" r="2.1" fill="#241a14"/>
    <path d="M50 64v9" stroke="#b98765" stroke-width="1.2"/><path d="M44 79q6 4 12 0" stroke="#a05048" stroke-width="1.8" fill="none"/>
  </svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality: 92 }).toBuffer();
}

/** A page of a licence with that portrait, as it is sent along. */
export async function drawLicencePage(portrait: Buffer, name: string): Promise<Buffer> {
  const small = await sharp(portrait).resize(260, 394).toBuffer();
  const lines = ['姓　名', '执业机构', '执业证号', '发证机关'].map(
    (label, i) => `<text x="330" y="${120 + i * 80}" font-size="30" fill="#333">${label}</text>
      <path d="M480 ${128 + i * 80}h260" stroke="#999"/>`,
  );
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500">
    <rect width="800" height="500" fill="#fbf6ea"/><rect x="6" y="6" width="788" height="488" fill="none" stroke="#8a2a30" stroke-width="4"/>
    ${lines.join('')}<text x="490" y="116" font-size="32" fill="#111">${name}</text></svg>`;
  return sharp(Buffer.from(page))
    .composite([{ input: small, left: 40, top: 50 }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
