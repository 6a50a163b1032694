import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const root = path.dirname(import.meta.dirname);
const TARGET = path.join(root, 'miniapp/static/link-card.png');
const HELP = `node scripts/draw-link-card.ts

Draws the picture of link cards, miniapp/static/link-card.png, from the mark of the house. Run it after the mark or the
words have changed, and commit the picture. Needs /usr/bin/chromium.
`;

/** 1200 × 630 as Open Graph wants it; all that matters stands in the square in the middle, to which WeChat cuts it. */
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
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    await page.setContent(`<style>
      @font-face { font-family: serif-sc; src: url(data:font/ttf;base64,${font.toString('base64')}) }
      body { margin: 0; height: 630px; background: #f6f7f9; color: #1b2430; text-align: center; font-family: serif-sc }
      main { width: 600px; height: 598px; margin: 0 auto; border-top: 16px solid #1f3a68; background: #fff;
        border-bottom: 16px solid #1f3a68 }
      svg { width: 220px; height: 220px; margin: 72px 0 40px } p { margin: 0; font-size: 64px; line-height: 1.4 }
      p + p { color: #4a5565; font-size: 34px }
    </style><main>${mark}<p>电子证明核验</p><p>Verify a certificate</p></main>`);
    await page.waitForFunction('document.fonts.status === "loaded"');
    await page.screenshot({ path: TARGET });
  } finally {
    await browser.close();
  }
}

if (process.argv.includes('--help')) process.stdout.write(HELP);
else await draw();
