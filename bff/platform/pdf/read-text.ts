/** What a PDF of ours says, page after page and without blanks; `marginals`: its headers and footers. */
export async function readText(pdf: Buffer): Promise<{ body: string; marginals: string; pages: number }> {
  // It takes a while to load, and few ask.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, disableFontFace: true });
  try {
    const document = await loading.promise;
    let body = '';
    let marginals = '';
    for (let page = 1; page <= document.numPages; page++) {
      const sheet = await document.getPage(page);
      const { items } = await sheet.getTextContent({ includeMarkedContent: true });
      for (const { str, isMarginal } of stringsOf(items)) {
        if (isMarginal) marginals += str;
        else body += str;
      }
    }
    return { body: bare(body), marginals: bare(marginals), pages: document.numPages };
  } finally {
    await loading.destroy();
  }
}

type Item = { str: string } | { type: string; tag?: string };

const bare = (text: string) => text.replace(/\s/g, '');

/** Headers and footers are artifacts: among the rest they would tear a sentence apart that goes over two pages. */
function* stringsOf(items: readonly Item[]): Generator<{ str: string; isMarginal: boolean }> {
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item) yield { str: item.str, isMarginal: open.includes(true) };
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.tag === 'Artifact');
  }
}
