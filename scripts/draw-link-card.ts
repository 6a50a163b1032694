import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const root = path.dirname(import.meta.dirname);
const HELP = `node scripts/draw-link-card.ts

Draws what chats show of a link, from the mark of the house: miniapp/static/link-card.png for pages, and
miniapp/assets/share-card.png for what is sent on from the mini-program. Run it after the mark or the words have changed,
and commit the pictures. Needs /usr/bin/chromium.
`;

interface Picture {
  file: string;
  width: number;
  height: number;
  style: string;
  body: (mark: string) => string;
}

const PICTURES: Picture[] = [
  {
    // As Open Graph wants it; all that matters stands in the square in the middle, to which WeChat cuts it.
    file: 'miniapp/static/link-card.png',
    width: 1200,
    height: 630,
    style: `body { text-align: center }
      main { width: 600px; height: 598px; margin: 0 auto; border-top: 16px solid #1f3a68; background: #fff;
        border-bottom: 16px solid #1f3a68 }
      svg { width: 220px; height: 220px; margin: 72px 0 40px } p { margin: 0; font-size: 64px; line-height: 1.4 }
      p + p { color: #4a5565; font-size: 34px }`,
    body: (mark) => `<main>${mark}<p>电子证明核验</p><p>Verify a certificate</p></main>`,
  },
  {
    // 5:4, as cards of a mini-program are; a letter as it looks from afar, of nobody.
    file: 'miniapp/assets/share-card.png',
    width: 500,
    height: 400,
    style: `main { position: relative; width: 340px; height: 400px; margin: 0 auto; padding: 36px 44px; overflow: hidden;
        box-sizing: border-box; margin-top: 28px; border: 1px solid #e4e7ec; border-top: 10px solid #1f3a68; background: #fff }
      h1 { margin: 0 0 28px; font-size: 44px; font-weight: 700; letter-spacing: 44px; text-indent: 44px; text-align: center }
      i { display: block; height: 9px; margin-bottom: 16px; border-radius: 4px; background: #e4e7ec }
      i:nth-of-type(1) { width: 38% } i:nth-of-type(4) { width: 64% }
      svg { position: absolute; right: 36px; top: 212px; width: 120px; height: 120px; opacity: .92 }
      b { position: absolute; left: 44px; top: 300px; color: #4a5565; font-size: 20px; font-weight: 700 }`,
    body: (mark) => `<main><h1>证明</h1><i></i><i></i><i></i><i></i>${mark}<b>可核验</b></main>`,
  },
];

async function draw(): Promise<void> {
  const [mark, font] = await Promise.all([
    readFile(path.join(root, 'miniapp/static/favicon.svg'), 'utf8'),
    readFile(path.join(root, 'node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')),
  ]);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    for (const { file, width, height, style, body } of PICTURES) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.setContent(`<style>
        @font-face { font-family: serif-sc; src: url(data:font/ttf;base64,${font.toString('base64')}) }
        body { margin: 0; height: ${height}px; overflow: hidden; background: #f6f7f9; color: #1b2430; font-family: serif-sc }
        ${style}
      </style>${body(mark)}`);
      await page.waitForFunction('document.fonts.status === "loaded"');
      await page.screenshot({ path: path.join(root, file) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

if (process.argv.includes('--help')) process.stdout.write(HELP);
else await draw();
