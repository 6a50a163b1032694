import { createServer, type ServerResponse } from 'node:http';
import { startPdf } from '../../bff/platform/pdf/render.ts';
import { drawPage } from './page.ts';
import { MAILS, mailSample, PAGES, pageSample, PRINTED, printSample } from './templates.ts';

/** Serves what templates.ts draws; main.mjs starts it anew after every edit. */

await startPdf({ workers: 1 });

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/changes') return void listen(response);
  answer(pathname.slice(1), response).catch((error: unknown) => {
    response.writeHead(500).end(error instanceof Error ? error.message : String(error));
  });
});

/** Says nothing, ever: that it is gone tells the page that something was edited. */
function listen(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
}

async function answer(name: string, response: ServerResponse) {
  if (name.endsWith('.pdf')) {
    const pdf = await printSample(name.replace(/\.pdf$/, ''));
    return pdf ? send(response, 'application/pdf', pdf) : response.writeHead(404).end();
  }
  send(response, 'text/html; charset=utf-8', await pageOf(name || 'certificate'));
}

function send(response: ServerResponse, type: string, body: string | Buffer) {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function pageOf(name: string): Promise<string> {
  const mail = name.replace(/^mail\//, '');
  const around = {
    printed: Object.entries(PRINTED).map(([one, { label }]) => ({ name: one, label, isOpen: one === name })),
    pages: Object.entries(PAGES).map(([one, { label }]) => ({ name: one, label, isOpen: one === name })),
    mails: MAILS.map((one) => ({ name: one, isOpen: name === `mail/${one}` })),
  };
  try {
    if (name.startsWith('mail/') && MAILS.includes(mail)) {
      return drawPage({ ...around, title: mail, mail: (await mailSample(mail)) ?? undefined });
    }
    const html = await pageSample(name);
    if (html !== null) return drawPage({ ...around, title: PAGES[name]?.label ?? name, html });
    // Drawn before it is shown: what is wrong is said in the page, not in a frame that stays empty.
    await printSample(name);
    return drawPage({ ...around, title: PRINTED[name]?.label ?? name, pdf: PRINTED[name] && `/${name}.pdf` });
  } catch (error) {
    return drawPage({ ...around, title: name, fault: error instanceof Error ? error.message : String(error) });
  }
}

const { HOST = '127.0.0.1', PORT = '5175' } = process.env;
server.listen(Number(PORT), HOST, () => console.log(`listening: http://${HOST}:${PORT}/`));
