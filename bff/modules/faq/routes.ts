import { faqEndpoints as faq } from '../../contract/faq/endpoints.ts';
import * as replies from '../../contract/faq/replies.ts';
import * as schemas from '../../contract/faq/schemas.ts';
import { nothing } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { listFaq, listFaqEntries, showFaqEntry } from './list-faq.ts';
import { markFaq } from './mark-faq.ts';
import { createFaq, updateFaq } from './write-faq.ts';

/** 常见问题. */
export const faqRoutes = [
  route(faq.listFaq, { reply: replies.faqReply }, () => listFaq()),
  route(faq.markFaq, { params: idParams, body: schemas.markFaq, reply: nothing }, async ({ actor, params, body }) => {
    await markFaq({ actor, id: params.id, input: body });
    return null;
  }),
  route(faq.listFaqEntries, { reply: replies.faqEntries }, () => listFaqEntries()),
  route(faq.createFaq, { body: schemas.createFaq, reply: replies.faqEntry }, async ({ actor, body }) =>
    showFaqEntry(await createFaq({ actor, input: body })),
  ),
  route(
    faq.updateFaq,
    { params: idParams, body: schemas.updateFaq, reply: replies.faqEntry },
    async ({ actor, params, body }) => {
      await updateFaq({ actor, id: params.id, input: body });
      return showFaqEntry(params.id);
    },
  ),
];
