import type { Extension, Reporter } from '@jsreport/jsreport-core';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../paths.ts';
import { fontFiles } from './fonts.ts';
import { rareFontsFor } from './rare-fonts.ts';
import { printedPages } from './printed-text.ts';
import { TemplateError, TextOutsideError } from './template-error.ts';
import { textOutside, type PrintArea } from './text-outside.ts';
import { keepsState } from '../singletons.ts';

/** A PDF/A-2b file. sealAnchor: middle of the seal in PDF points (origin bottom left, first page is 1), if it has one. */
export interface RenderedPdf {
  pdf: Buffer;
  pages: number;
  sealAnchor: { page: number; x: number; y: number } | null;
  /** Its template keeps the rules of PDF/UA-1: the finished file says so. */
  isAccessible?: boolean;
}

const templates = join(root, 'bff', 'templates');
/** A page takes some 10 ms, a roster of 400 lawyers 300 ms: a minute means that the worker is lost. */
const TIMEOUT_MS = 60_000;
/** Of JavaScript alone: data and finished pages. A thread that outgrows it ends, not the server. */
const WORKER_HEAP_MB = 256;
/** jsreport's profiler writes a file per rendering even if disabled; `entity` is what its listeners then expect. */
const UNPROFILED = { enabled: false, mode: 'disabled', entity: {} };

let reporter: Promise<Reporter> | null = null;
/** How it is started once something is printed; null: it is not meant to be. */
let whenNeeded: PdfOptions | null = null;
keepsState(stopPdf);

export interface PdfOptions {
  /** Threads that print. Each keeps the fonts open (some 100 MB): as many as there are cores. */
  workers: number;
  /** Further jsreport extensions. */
  extensions?: Extension[];
}

/** Starts the engine. Throws, as the first rendering would, when it cannot. */
export async function startPdf(options: PdfOptions): Promise<void> {
  if (reporter) throw new Error('startPdf was called twice');
  await begin(options);
}

/** Has the engine started by what is printed first: half of a second's work that a server may never need. */
export function startPdfWhenNeeded(options: PdfOptions): void {
  whenNeeded = options;
}

async function started(): Promise<Reporter> {
  if (reporter) return reporter;
  if (!whenNeeded) throw new Error('startPdf was not called');
  return begin(whenNeeded);
}

/** One that could not be started is tried again by what is printed next. */
function begin(options: PdfOptions): Promise<Reporter> {
  const starting = start(options);
  reporter = starting;
  starting.catch(() => {
    if (reporter === starting) reporter = null;
  });
  return starting;
}

async function start({ workers, extensions = [] }: PdfOptions): Promise<Reporter> {
  const { default: createReporter } = await import('@jsreport/jsreport-core');
  const starting = createReporter({
    rootDirectory: root,
    tempDirectory: join(tmpdir(), `lvzheng-pdf-${process.getuid?.() ?? 'user'}`),
    loadConfig: false,
    discover: false,
    logger: { silent: true },
    store: { provider: 'memory' },
    encryption: { enabled: false },
    trustUserCode: true, // there is none: templates come from the repository, without helpers or scripts
    reportTimeout: TIMEOUT_MS,
    workers: { numberOfWorkers: workers, resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB } },
  });
  const typstRecipe = {
    name: 'typst-pdf',
    directory: join(root, 'bff', 'platform', 'pdf', 'typst-recipe'),
    main: 'main.js',
    worker: 'worker.js',
    requires: { core: '4.x.x' },
    options: { workspace: templates, fontPaths: Object.values(fontFiles).map((file) => dirname(file)) },
  };
  for (const extension of [typstRecipe, ...extensions]) starting.use(extension);
  await starting.init();
  starting.logger.silent = true; // it formats every line even if it writes none; failures reach us as errors
  return starting;
}

export async function stopPdf(): Promise<void> {
  const stopping = reporter;
  [reporter, whenNeeded] = [null, null];
  await (await stopping)?.close();
}

/**
 * Prints `bff/templates/<template>/<template>.typ`. The same input gives the same bytes.
 * @param data reaches the template as JSON: it is never read as markup
 * @param options.creationTime epoch milliseconds, written into the file
 * @throws TemplateError if this input can never be printed, or would put text outside its box (in templates that say
 * their `<print-area>`); any other error is worth another try
 */
export async function renderPdf(
  template: string,
  data: object,
  { creationTime }: { creationTime: number },
): Promise<RenderedPdf> {
  // Not by a thread of libuv: to change threads four times takes longer than the file does, which is in memory anyway.
  const content = readFileSync(join(templates, template, `${template}.typ`), 'utf8');
  return renderSource(template, content, data, creationTime);
}

/** As renderPdf, with the source given: for drafts of a template, and to test how broken ones fail. */
export async function renderSource(
  name: string,
  content: string,
  data: object,
  creationTime: number,
): Promise<RenderedPdf> {
  const engine = await started();
  const json = JSON.stringify(data);
  const rareFonts = rareFontsFor(json);
  try {
    const { content: pdf, meta } = await engine.render<
      Required<Omit<RenderedPdf, 'pdf'>> & { printArea: PrintArea | null }
    >({
      template: { name, content, engine: 'none', recipe: 'typst-pdf' },
      data: {
        json,
        creationTime,
        rareFonts: rareFonts && { families: rareFonts.families, folders: rareFonts.folders },
      },
      context: { profiling: { ...UNPROFILED } },
    });
    const outside = meta.printArea ? textOutside(printedPages(pdf), meta.printArea) : [];
    if (outside.length > 0) throw new TextOutsideError(name, outside);
    return { pdf, pages: meta.pages, sealAnchor: meta.sealAnchor, isAccessible: meta.isAccessible };
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    const { diagnostics } = error as { diagnostics?: string[] };
    if (diagnostics) throw new TemplateError(name, diagnostics);
    throw error;
  }
}
