import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Handlebars from 'handlebars';
import { root } from '../../platform/paths.ts';
import type { MailData } from './model.ts';

export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

/**
 * Fills `templates/mail/<template>` inside the layout that all mails share; values are escaped in HTML, an unknown
 * placeholder throws.
 */
export async function composeMail(template: string, data: MailData): Promise<ComposedMail> {
  const [subject, text, html] = await Promise.all([
    composeLine(template, 'subject.txt', data),
    fill(template, 'body.txt', data, { layout: 'layout.txt', noEscape: true }),
    fill(template, 'body.html', data, { layout: 'layout.html', noEscape: false }),
  ]);
  return { subject, text, html };
}

/** Fills a template of one line: a header stays a header, whatever a name contains. */
export async function composeLine(
  template: string,
  file: 'subject.txt' | 'inbox.txt',
  data: MailData,
): Promise<string> {
  return (await fill(template, file, data, { noEscape: true })).replace(/\s+/g, ' ').trim();
}

async function fill(
  template: string,
  file: string,
  data: MailData,
  { layout, noEscape }: { layout?: string; noEscape: boolean },
): Promise<string> {
  const [source, frame] = await Promise.all([
    read(path.join(template, file)),
    layout === undefined ? '' : read(layout),
  ]);
  return Handlebars.compile(source, { strict: true, noEscape, preventIndent: true })(data, {
    partials: { layout: frame },
  });
}

const read = (file: string) => readFile(path.join(root, 'bff/templates/mail', file), 'utf8');
