import { renderPdf } from '../../platform/pdf/render.ts';

/** The mark of one paper copy. */
export interface CopyMark {
  /** Its place in the order: 1, 2, 3 … */
  position: string;
  serial: string;
}

/** A transparent A4 page per copy. @throws TemplateError if it can never be printed */
export async function printMarks(marks: readonly CopyMark[]): Promise<Buffer> {
  // The same marks, the same bytes: this file is never seen by itself, so its time does not matter.
  return (await renderPdf('copy-mark', { marks }, { creationTime: 0 })).pdf;
}
