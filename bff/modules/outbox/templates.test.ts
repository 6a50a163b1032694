import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { root } from '../../platform/paths.ts';
import { composeLine, composeMail } from './compose-mail.ts';
import type { MailData } from './model.ts';

const folder = path.join(root, 'bff/templates/mail');
const templates = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const sampleOf = (template: string) =>
  JSON.parse(readFileSync(path.join(folder, template, 'sample.json'), 'utf8')) as MailData;
const hasInbox = (template: string) => existsSync(path.join(folder, template, 'inbox.txt'));

/** Told in the inbox alone, in its own words: whoever waits for an answer has left its page two minutes ago. */
const INBOX_ALONE = ['chat_answered'];

test('every event that members are told of has its mail and its line in the inbox', () => {
  for (const event of Object.keys(INBOX_EVENTS).filter((one) => !INBOX_ALONE.includes(one))) {
    expect(templates).toContain(event);
    expect(hasInbox(event)).toBe(true);
  }
});

describe.each(templates)('%s', (template) => {
  test('says everything of its sample, in words and as a page, and nothing is left open', async () => {
    const sample = sampleOf(template);
    const { subject, text, html } = await composeMail(template, sample);
    for (const value of Object.values(sample)) {
      expect(text).toContain(value);
      expect(html).toContain(value.replaceAll('=', '&#x3D;'));
    }
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object/);
    expect(subject).not.toBe('');
    expect(html.match(/<html/g)).toHaveLength(1);
    if (hasInbox(template)) expect(await composeLine(template, 'inbox.txt', sample)).not.toMatch(/\{\{|undefined/);
  });

  test('whatever a name contains stays what it is', async () => {
    const trap = `{{7*7}}{{#each this}}<b onclick="x()">'&lt;${'\r\n'}Bcc: all@example.com`;
    const sample = Object.fromEntries(Object.keys(sampleOf(template)).map((key) => [key, trap]));
    const { subject, text, html } = await composeMail(template, sample);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain(trap);
    expect(text).not.toContain('49');
    expect(html).not.toMatch(/<b onclick|onclick="/);
    expect(html).toContain('{{7*7}}');
    expect(html).toContain('&amp;lt;');
  });

  test('a value that is missing is a fault, never a hole', async () => {
    const sample = sampleOf(template);
    for (const key of Object.keys(sample)) {
      const less = Object.fromEntries(Object.entries(sample).filter(([name]) => name !== key));
      await expect(composeMail(template, less)).rejects.toThrow(key);
    }
  });
});
