import createReporter, { type Extension } from '@jsreport/jsreport-core';
import chromePdf from '@jsreport/jsreport-chrome-pdf';
import handlebars from '@jsreport/jsreport-handlebars';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import QRCode from 'qrcode';
import { env } from '../../../bff/env.ts';
import { fontFiles } from '../../../bff/platform/pdf/fonts.ts';
import type { LetterData } from '../../../bff/templates/certificate/letter-data.ts';

/** The letter as a page for a browser, in the same fonts and sizes. */
const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><style>
  body { margin: 0; font: 16pt/1.75 Tinos, "Noto Serif SC"; color: #1b2430; text-align: justify; }
  h1, h2 { text-align: center; margin: 0 0 8mm; font-weight: 700; } h2 { font-size: 26pt; } h1 { font-size: 32pt; }
  p { text-indent: 2em; margin: 0; } .end { display: flex; justify-content: space-between; align-items: end; }
  .verify { font: 9pt "Noto Sans SC"; } .verify svg { width: 27mm; display: block; } .sign { text-align: center; width: 76mm; }
  .annex { break-before: page; font-size: 10.5pt; } table { width: 100%; border-collapse: collapse; }
  td, th { border: 0.5pt solid; padding: 4.3pt 6pt; font-size: 10.5pt; line-height: 1.5; }
</style><h2>{{association}}</h2><h1>证　明</h1>{{#each paragraphs}}<p>{{this}}</p>{{/each}}<p>{{closing}}</p>
<div class="end"><div class="verify">{{{qr}}}核验码<br>{{verification.code}}<br>核验网址：{{site}}</div>
<div class="sign">{{association}}<br>{{issuedOn}}</div></div>
{{#if roster}}<div class="annex">附件<h2>{{roster.title}}</h2><table>
<thead><tr>{{#each roster.columns}}<th>{{label}}</th>{{/each}}</tr></thead>
<tbody>{{#each roster.rows}}<tr>{{#each this}}<td>{{this}}</td>{{/each}}</tr>{{/each}}</tbody></table></div>{{/if}}</html>`;

const FOOTER = `<div style="font: 9pt 'Noto Sans SC'; margin: 0 28mm; width: 100%">编号：{{number}}
第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</div>`;

/** The part of jsreport that is used here. */
interface Reporter {
  use(extension: Extension): void;
  init(): Promise<void>;
  render(request: { template: object; data: object; context: object }): Promise<{ content: Buffer }>;
  close(): Promise<void>;
}

/** jsreport with its own recipe: one browser that stays open, which is its fastest way. */
export async function startChrome(executablePath: string) {
  process.env['FONTCONFIG_FILE'] = fontConfiguration();
  const reporter = createReporter({
    rootDirectory: import.meta.dirname,
    tempDirectory: join(env.DATA_DIR, 'jsreport'),
    loadConfig: false,
    discover: false,
    logger: { silent: true },
    store: { provider: 'memory' },
    encryption: { enabled: false },
    trustUserCode: true,
    reportTimeout: 120_000,
    workers: { numberOfWorkers: 1 },
    extensions: {
      'chrome-pdf': {
        strategy: 'chrome-pool',
        numberOfWorkers: 1,
        launchOptions: { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
      },
    },
  }) as unknown as Reporter;
  reporter.use(chromePdf());
  reporter.use(handlebars());
  await reporter.init();
  return {
    async print(letter: LetterData): Promise<Buffer> {
      const { url } = letter.verification ?? { url: '' };
      const qr = await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
      const { content } = await reporter.render({
        template: {
          content: PAGE,
          engine: 'handlebars',
          recipe: 'chrome-pdf',
          chrome: {
            format: 'A4',
            displayHeaderFooter: true,
            headerTemplate: '<span></span>',
            footerTemplate: FOOTER.replace('{{number}}', letter.number ?? ''),
            marginTop: '37mm',
            marginBottom: '28mm',
            marginLeft: '28mm',
            marginRight: '28mm',
          },
        },
        data: { ...letter, qr, site: new URL(url).host },
        context: { profiling: { enabled: false, mode: 'disabled', entity: {} } },
      });
      if (!content.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('the browser printed no PDF');
      return content;
    },
    stop: () => reporter.close(),
  };
}

/** Lets the browser find the fonts of the letter, and only those. */
function fontConfiguration(): string {
  const folders = Object.values(fontFiles).map((file) => `<dir>${dirname(file)}</dir>`);
  const file = join(env.DATA_DIR, 'fonts.conf');
  const cache = `<cachedir>${join(tmpdir(), 'lvzheng-bench-fonts')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders.join('')}${cache}</fontconfig>`);
  return file;
}
