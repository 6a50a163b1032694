/** Thread that draws pages: PDF.js on a canvas of Skia takes some 0.4 s of CPU a page, too long for the server's own. */
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parentPort } from 'node:worker_threads';
import type { DrawAnswer, DrawRequest } from './draw-page.ts';

/** Three times the narrowest telephone: letters stay sharp when the picture is tapped to full size. */
const WIDTH = 1125;
const JPEG_QUALITY = 82;

parentPort?.on('message', ({ id, pdf, page }: DrawRequest) => {
  draw(pdf, page).then(
    (drawn) => parentPort?.postMessage({ id, ...drawn } satisfies DrawAnswer),
    (error: unknown) => parentPort?.postMessage({ id, fault: String(error) } satisfies DrawAnswer),
  );
});

async function draw(pdf: Uint8Array, page: number): Promise<{ pages: number; jpeg: Uint8Array | null }> {
  // Our own files have their fonts in them; nothing is read or fetched besides.
  const loading = getDocument({ data: pdf, useSystemFonts: false, disableFontFace: true });
  try {
    const document = await loading.promise;
    const pages = document.numPages;
    if (page > pages) return { pages, jpeg: null };
    const sheet = await document.getPage(page);
    const viewport = sheet.getViewport({ scale: WIDTH / sheet.getViewport({ scale: 1 }).width });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // It draws on any canvas; its types know the browser's only.
    await sheet.render({ canvas: canvas as never, viewport, background: '#ffffff' }).promise;
    return { pages, jpeg: await canvas.encode('jpeg', JPEG_QUALITY) };
  } finally {
    await loading.destroy();
  }
}
