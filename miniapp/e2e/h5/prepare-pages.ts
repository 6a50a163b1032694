import { DEMO_STAFF } from '../../../scripts/seed/demo-accounts.ts';
import { changeSettings, type MemberApi } from '../member-api.ts';

/** Addresses that exist only once somebody has done something. */
export interface MadePages {
  application: string;
  /** A bulk order with paper that costs something. */
  bulk: string;
  /** What a stranger opens: a shared certificate, and the link in a mail that stops more of them. */
  shared: string;
  stopMail: string;
}

const PATIENCE_MS = 120_000;

/** Does it as the firm: issues, shares, mails, and asks for several at once. */
export async function makePages(origin: string, firm: MemberApi): Promise<MadePages> {
  const [administrator] = DEMO_STAFF as [(typeof DEMO_STAFF)[0]];
  await changeSettings(origin, administrator, { copyFeeFen: 500, postageFen: 1200 });
  const { id } = await firm.issue();
  const shares = (await firm.post(`/applications/${id}/shares`, { recipient: '江海银行文华支行' })) as {
    url: string;
  }[];
  await firm.post(`/applications/${id}/mailings`, {});
  return {
    application: `/application?id=${id}`,
    bulk: `/bulk?id=${await orderBulk(firm)}`,
    shared: new URL(shares[0]?.url ?? '').pathname,
    stopMail: await untilFound(() => stopLinkIn(origin)),
  };
}

async function orderBulk(firm: MemberApi): Promise<number> {
  const { items } = (await firm.get('/me/lawyers')) as { items: { id: number }[] };
  const { id } = (await firm.post('/bulk-orders', {
    type: 'firm-chosen-lawyers-clean',
    lawyerIds: items.slice(0, 3).map((lawyer) => lawyer.id),
    since: '2026-01-01',
    email: 'office@example.com',
    paper: { pickup: 'collect', copies: 2 },
    idempotencyKey: `pages-${Date.now()}`,
  })) as { id: number };
  const isDone = async () => {
    const { counts, total } = (await firm.get(`/bulk-orders/${id}`)) as { counts: { issued: number }; total: number };
    return counts.issued === total || null;
  };
  await untilFound(isDone);
  return id;
}

/** The link at the end of a mail that the firm had sent to an address it has not confirmed. */
async function stopLinkIn(origin: string): Promise<string | null> {
  const list = await (await fetch(`${origin}/sandbox/mail`)).text();
  for (const [mail] of list.matchAll(/\/sandbox\/mail\/[\w-]+\.eml/g)) {
    const found = /\/stop-mail\?t=[\w-]+/.exec(await (await fetch(`${origin}${mail}`)).text());
    if (found) return found[0];
  }
  return null;
}

async function untilFound<Found>(look: () => Promise<Found | null>): Promise<Found> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error('it has not come');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
