import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Email } from 'postal-mime';
import { escape } from './pages/frame.ts';
import { toShanghaiSecond } from '../../bff/contract/dates.ts';

const NEWEST = 200;

/** Pages of the caught mail: /sandbox/mail (list, also as JSON), …/<file>, …/<file>/attachments/<n>. */
export function mailPages(folder: string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(folder, request, response).catch(() => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这封邮件');
    });
  };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [file, , attachment] = (request.url ?? '')
    .replace(/\?.*$/, '')
    .replace(/^\/sandbox(\/mail)?\/?/, '')
    .split('/');
  if (!file) {
    const mails = await list(folder);
    if (request.headers.accept?.includes('application/json')) return sendJson(response, mails);
    return sendHtml(response, listPage(mails));
  }
  const email = await read(folder, file);
  if (attachment === undefined) return sendHtml(response, mailPage(file, email));
  const found = email.attachments[Number(attachment)];
  if (!found) throw new Error('no such attachment');
  response.writeHead(200, {
    'content-type': found.mimeType,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(found.filename ?? 'attachment')}`,
  });
  response.end(typeof found.content === 'string' ? found.content : Buffer.from(found.content as ArrayBuffer));
}

interface ListedMail {
  file: string;
  at: string;
  to: string;
  subject: string;
  messageId: string;
  attachments: string[];
}

async function list(folder: string): Promise<ListedMail[]> {
  const files = (await readdir(folder))
    .filter((name) => /^\d+-\w+\.eml$/.test(name))
    .sort()
    .reverse();
  return Promise.all(
    files.slice(0, NEWEST).map(async (file) => {
      const email = await read(folder, file);
      return {
        file,
        at: toShanghaiSecond(Number(file.split('-')[0])),
        to: recipients(email),
        subject: email.subject ?? '',
        messageId: email.messageId ?? '',
        attachments: email.attachments.map(({ filename }) => filename ?? ''),
      };
    }),
  );
}

async function read(folder: string, file: string): Promise<Email> {
  if (!/^\d+-\w+\.eml$/.test(file)) throw new Error('no such mail');
  const { default: postalMime } = await import('postal-mime');
  return postalMime.parse(await readFile(path.join(folder, file)));
}

const recipients = (email: Email) => (email.to ?? []).map(({ address }) => address ?? '').join(', ');

function listPage(mails: ListedMail[]): string {
  const rows = mails.map(
    ({ file, at, to, subject, attachments }) =>
      `<tr><td>${at}</td><td>${escape(to)}</td><td><a href="/sandbox/mail/${file}">${escape(subject)}</a></td><td>${attachments.length || ''}</td></tr>`,
  );
  const table = `<table><tr><th>时间</th><th>收件人</th><th>主题</th><th>附件</th></tr>${rows.join('')}</table>`;
  return page(
    '测试邮箱',
    mails.length === 0 ? '<p>还没有邮件。系统发出的邮件都会出现在这里，不会真的寄出。</p>' : table,
  );
}

function mailPage(file: string, email: Email): string {
  const attachments = email.attachments.map(
    ({ filename }, i) => `<li><a href="/sandbox/mail/${file}/attachments/${i}">${escape(filename ?? '附件')}</a></li>`,
  );
  return page(
    escape(email.subject ?? ''),
    `<p><a href="/sandbox/mail">返回列表</a></p><p>收件人：${escape(recipients(email))}<br>发件人：${escape(email.from?.address ?? '')}</p>
     <pre>${escape(email.text ?? '')}</pre><ul>${attachments.join('')}</ul>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>
body{margin:0 auto;max-width:960px;padding:24px;background:#f6f7f9;color:#1b2430;font:16px/1.6 system-ui,sans-serif}
table{width:100%;border-collapse:collapse;background:#fff}td,th{padding:8px 12px;border-bottom:1px solid #e4e7ec;text-align:left}
td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}a{color:#1f3a68}
pre{padding:24px;background:#fff;white-space:pre-wrap;font:inherit;border-radius:12px}
</style><h1>${title}</h1>${body}</html>`;
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
