import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Handlebars from 'handlebars';
import { root } from '../../platform/paths.ts';
import { keepsState } from '../../platform/singletons.ts';
import type { MailData } from './model.ts';

export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

/** What the mails share: the frame, the table of facts, one row of it, and a link. */
const HTML_PARTIALS = ['layout.html', 'facts.html', 'row.html', 'link.html'];

/** Of a mail that no member addressed to somebody else. */
const TO_ONESELF = { asker: '', stopUrl: '' };

/**
 * Fills `templates/mail/<template>` inside the layout that all mails share; values are escaped in HTML, an unknown
 * placeholder throws.
 */
export async function composeMail(template: string, values: MailData): Promise<ComposedMail> {
  const data = { ...TO_ONESELF, ...values };
  const [subject, text, html] = await Promise.all([
    composeLine(template, 'subject.txt', data),
    fill(template, 'body.txt', data, { partials: ['layout.txt'], noEscape: true }),
    fill(template, 'body.html', data, { partials: HTML_PARTIALS, noEscape: false }),
  ]);
  return { subject, text, html };
}

/** Fills a template of one line: a header stays a header, whatever a name contains. */
export async function composeLine(
  template: string,
  file: 'subject.txt' | 'inbox.txt',
  data: MailData,
): Promise<string> {
  return (await fill(template, file, data, { partials: [], noEscape: true })).replace(/\s+/g, ' ').trim();
}

/** A template with its partials, compiled once: files of the product do not change while it runs. */
type Filled = (data: MailData) => string;
const compiled = new Map<string, Promise<Filled>>();
keepsState(() => compiled.clear());

interface Layout {
  partials: string[];
  noEscape: boolean;
}

async function fill(template: string, file: string, data: MailData, layout: Layout): Promise<string> {
  const key = path.join(template, file);
  const known = compiled.get(key) ?? compile(key, layout);
  compiled.set(key, known);
  try {
    return (await known)(data);
  } catch (error) {
    // What could not be read is looked for again the next time.
    compiled.delete(key);
    throw error;
  }
}

async function compile(file: string, { partials, noEscape }: Layout): Promise<Filled> {
  const options = { strict: true, noEscape, preventIndent: true };
  const [source = '', ...parts] = await Promise.all([file, ...partials].map(read));
  const template = Handlebars.compile<MailData>(source, options);
  const named = partials.map((name, at) => [path.parse(name).name, Handlebars.compile(parts[at] ?? '', options)]);
  const all = { partials: Object.fromEntries(named) as Record<string, HandlebarsTemplateDelegate> };
  return (data) => template(data, all);
}

const read = (file: string) => readFile(path.join(root, 'bff/templates/mail', file), 'utf8');
