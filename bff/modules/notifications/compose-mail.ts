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

/** Fills `templates/mail/<template>`; values are escaped in HTML, an unknown placeholder throws. */
export async function composeMail(template: string, data: MailData): Promise<ComposedMail> {
  const [subject, text, html] = await Promise.all([
    fill(template, 'subject.txt', data, { noEscape: true }),
    fill(template, 'body.txt', data, { noEscape: true }),
    fill(template, 'body.html', data, { noEscape: false }),
  ]);
  // A header is one line, whatever a name contains.
  return { subject: subject.replace(/\s+/g, ' ').trim(), text, html };
}

async function fill(template: string, file: string, data: MailData, options: { noEscape: boolean }): Promise<string> {
  const source = await readFile(path.join(root, 'bff/templates/mail', template, file), 'utf8');
  return Handlebars.compile(source, { strict: true, ...options })(data);
}
