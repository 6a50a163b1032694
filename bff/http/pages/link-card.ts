/** Pages that are sent in chats: the QR code's and a shared one. */
const KINDS = [
  { path: /^\/c\/[^/]+\/?$/, title: '电子证明核验 Verify a certificate' },
  { path: /^\/s\/[^/]+\/?$/, title: '电子证明 Certificate' },
];

/** Whether the page is one of them; no other needs to know the association's name. */
export const isSent = (path: string): boolean => KINDS.some((kind) => kind.path.test(path));

export interface Office {
  association: string;
  associationEnglish: string;
  /** Where the site is reached from outside. */
  origin: string;
}

/**
 * What chat programs draw a card from (Open Graph, Twitter), as HTML for the head; null for pages that are not sent.
 * It names the association and nothing else: the card of a link that is open, expired, made up or protected by a code
 * is the same, and it says nothing of whose certificate it is.
 */
export function linkCard(path: string, { association, associationEnglish, origin }: Office): string | null {
  const kind = KINDS.find((known) => known.path.test(path));
  if (!kind) return null;
  const title = `${kind.title} · ${association}`;
  const description = `打开查看${association}出具的证明及其当前状态。Issued by ${associationEnglish}: open to verify.`;
  const picture = `${origin}/static/link-card.png`;
  const tags = [
    ['name', 'description', description],
    ['name', 'robots', 'noindex, nofollow'],
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', association],
    ['property', 'og:locale', 'zh_CN'],
    ['property', 'og:title', title],
    ['property', 'og:description', description],
    ['property', 'og:image', picture],
    ['property', 'og:image:type', 'image/png'],
    ['property', 'og:image:width', '1200'],
    ['property', 'og:image:height', '630'],
    ['name', 'twitter:card', 'summary_large_image'],
    ['name', 'twitter:title', title],
    ['name', 'twitter:description', description],
    ['name', 'twitter:image', picture],
  ] as const;
  const metas = tags.map(([key, name, content]) => `<meta ${key}="${name}" content="${escape(content)}" />`);
  return [`<title>${escape(title)}</title>`, ...metas].join('\n    ');
}

/** Puts a card into a page in place of the page's own title and description; without one the page keeps its own. */
export function withCard(html: string, card: string): string {
  if (card === '') return html;
  return html
    .replace(/<title>[^<]*<\/title>/i, '')
    .replace(/<meta name="?description"?[^>]*>/i, '')
    .replace(/<\/head>/i, () => `${card}\n  </head>`);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
