import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPdf, stopPdf } from '../../bff/platform/pdf/render.ts';
import { root } from '../setup/processes.mjs';
import { drawPage } from './page.ts';
import { mailSample, PAGES, pageSample, PRINTED, printSample } from './templates.ts';

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

const folder = join(root, 'bff/templates');

test('every folder of templates can be looked at: what is printed, pages, mails', () => {
  const templates = readdirSync(folder).filter((name) => existsSync(join(folder, name, `${name}.typ`)));
  expect(Object.keys(PRINTED).sort()).toEqual(templates.sort());
  expect([...Object.keys(PRINTED), ...Object.keys(PAGES), 'mail'].sort()).toEqual(readdirSync(folder).sort());
});

test.each(Object.keys(PAGES))('the sample of %s is a page with words and its own styles', async (name) => {
  const html = await pageSample(name);
  expect(html).toMatch(/<style>[\s\S]*<h1>[^<]/);
  const page = drawPage({ title: name, printed: [], pages: [], mails: [], html });
  expect(page.match(/<h1>/g)).toBeNull();
  expect(page).toContain('&lt;h1&gt;');
});

test.each(Object.keys(PRINTED))('the sample of %s is printed', async (name) => {
  expect((await printSample(name)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a mail is shown with its line in the inbox, and its page stays in its frame', async () => {
  const mail = await mailSample('approved');
  expect(mail.inbox).toContain('已出具');
  const page = drawPage({ title: 'approved', printed: [], pages: [], mails: [], mail });
  expect(page).toContain('srcdoc="&lt;!doctype html');
  expect(page.match(/<html/g)).toHaveLength(1);
});

test('what there is none of is none', async () => {
  expect(await printSample('nothing')).toBeNull();
  expect(await pageSample('certificate')).toBeNull();
  expect(await mailSample('../certificate')).toBeNull();
});
