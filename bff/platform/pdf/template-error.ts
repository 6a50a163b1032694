/**
 * The template or its data cannot be printed (broken source, missing glyph, unknown font): trying again cannot help.
 * Anything else that renderPdf throws (worker crashed, timed out) may succeed on a retry.
 */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly template: string;
  readonly diagnostics: string[];

  constructor(template: string, diagnostics: string[]) {
    super(`${template}: ${diagnostics.join('; ')}`);
    this.template = template;
    this.diagnostics = diagnostics;
  }
}

/** The template is sound, and what it was given would stand outside its box: other words may fit. */
export class TextOutsideError extends TemplateError {}
