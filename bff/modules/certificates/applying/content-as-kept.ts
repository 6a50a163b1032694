import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import { pricePaper, pricePaperInBulk, type PaperPrices } from '../../../contract/papers/fees.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { keptOf, type Finding } from '../rules/rules.ts';
import { contentHashOf } from '../../../platform/db/submit-once.ts';

/** What a form says and what was found about it, as the row keeps it: the same when it is sent for the first time or again. */
export function contentAsKept({ content, facts, findings, prices, bulkOrderId }: Sent) {
  const priced = bulkOrderId === null ? pricePaper : pricePaperInBulk;
  return {
    contentHash: contentHashOf(content),
    email: content.email,
    sinceOn: facts.since,
    sinceFirstPractice: facts.sinceFirstPractice,
    year: facts.year,
    country: facts.country,
    latinName: facts.latinName,
    hasConsent: content.consent ?? false,
    purpose: facts.purpose,
    freeText: facts.freeText,
    remark: content.remark,
    paper: content.paper && priced({ recipient: '', phone: '', address: '', ...content.paper }, prices),
    ...keptOf(findings),
  };
}

interface Sent {
  content: ApplicationContentParsed;
  facts: ReviewFacts;
  findings: Finding[];
  prices: PaperPrices;
  /** The bulk order that it belongs to. */
  bulkOrderId: number | null;
}
