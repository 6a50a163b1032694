import { codeAsked, codeSent } from '../../contract/accounts/replies.ts';
import { toIso } from '../../contract/dates.ts';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import * as schemas from '../../contract/activation/schemas.ts';
import { listPages } from '../../contract/fields.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/activation/replies.ts';
import { waiting } from '../../contract/two-person/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { confirmMemberChange } from '../registry/contacts/confirm-member-change.ts';
import { decideContactChange } from '../registry/contacts/decide-contact-change.ts';
import { listContactChanges } from '../registry/contacts/list-contact-changes.ts';
import { listMemberChanges } from '../registry/contacts/list-member-changes.ts';
import { readHeldContacts } from '../registry/contacts/opening-contacts.ts';
import { readAccountMobile } from './account-mobile.ts';
import { activate } from './activate.ts';
import { objectToHeld, releaseHeld } from './decide-held.ts';
import { handOverCode, sendActivations } from './hand-out-codes.ts';
import { findActivation, listActivations, type Unopened } from './list-activations.ts';
import { listHeld } from './list-held.ts';
import { presentActivation } from './present.ts';
import { printActivations } from './print-activations.ts';
import { releaseByCode, requestReleaseCode, showHold } from './release-by-code.ts';
import { requestForLawyer } from './request-for-lawyer.ts';
import { requestText } from './request-text.ts';

const present = async (unopened: Unopened) => {
  const member = { kind: unopened.kind, id: unopened.memberId };
  const mobile = await readAccountMobile({ accountId: unopened.accountId, member });
  return presentActivation(unopened, { hasMobile: mobile !== null, held: await readHeldContacts(member) });
};

export const activationRoutes = [
  route(
    endpoints.requestActivationText,
    { body: schemas.requestActivationText, reply: codeAsked },
    ({ body, address }) => requestText({ ...body, address }),
  ),
  route(endpoints.activate, { body: schemas.activate, reply: nothing }, async ({ body, address }) => {
    await activate({ ...body, address });
    return null;
  }),
  route(endpoints.requestForLawyer, { body: schemas.requestForLawyer, reply: nothing }, async ({ actor, body }) => {
    await requestForLawyer({ actor, lawyerId: body.lawyerId });
    return null;
  }),
  route(
    endpoints.listActivations,
    { query: schemas.listActivations, reply: pageOf(replies.activationRow) },
    async ({ query }) => {
      const page = await listActivations(query);
      return { ...page, items: await Promise.all(page.items.map(present)) };
    },
  ),
  route(
    endpoints.showActivation,
    { query: schemas.ofMember, reply: replies.activationDetail.nullable() },
    async ({ actor, query }) => {
      const unopened = await findActivation(query);
      if (!unopened) return null;
      const { items } = await listContactChanges({ actor, member: query });
      return { ...(await present(unopened)), waiting: items };
    },
  ),
  route(endpoints.handOverCode, { params: idParams, reply: replies.activationCodeReply }, async ({ actor, params }) => {
    const { account, code, expiresAt } = await handOverCode({ actor, accountId: params.id });
    return { name: account.name, login: account.login, code, expiresAt: toIso(expiresAt) };
  }),
  route(
    endpoints.sendActivations,
    { body: schemas.sendActivations, reply: replies.activationResults },
    async ({ actor, body }) => ({
      results: await sendActivations({ actor, ...body }),
    }),
  ),
  route(endpoints.printActivations, { body: schemas.chosenAccounts }, async ({ actor, body }) => ({
    bytes: await printActivations({ actor, ...body }),
    fileName: '开通信函.pdf',
  })),
  route(
    endpoints.listContactChanges,
    { query: listPages, reply: pageOf(replies.contactChangeRow) },
    ({ actor, query }) => listContactChanges({ actor, ...query }),
  ),
  route(
    endpoints.decideContactChange,
    { params: idParams, body: schemas.decideContactChange, reply: nothing },
    async ({ actor, params, body }) => {
      await decideContactChange({ actor, id: params.id, ...body });
      return null;
    },
  ),
  route(endpoints.showHold, { reply: replies.holdReply.nullable() }, ({ actor }) => showHold({ actor })),
  route(endpoints.requestReleaseCode, { body: schemas.requestReleaseCode, reply: codeSent }, ({ actor, body }) =>
    requestReleaseCode({ actor, ...body }),
  ),
  route(endpoints.releaseByCode, { body: schemas.releaseByCode, reply: nothing }, async ({ actor, body }) => {
    await releaseByCode({ actor, ...body });
    return null;
  }),
  route(endpoints.listHeld, { query: listPages, reply: pageOf(replies.heldRow) }, ({ actor, query }) =>
    listHeld({ actor, ...query }),
  ),
  route(
    endpoints.releaseHeld,
    { body: schemas.releaseHeld, reply: replies.activationResults },
    async ({ actor, body }) => ({ results: await releaseHeld({ actor, ...body }) }),
  ),
  route(
    endpoints.objectToHeld,
    { params: idParams, body: schemas.withReason, reply: waiting },
    ({ actor, params, body }) => objectToHeld({ actor, accountId: params.id, ...body }),
  ),
  route(endpoints.listMemberChanges, { query: listPages, reply: pageOf(replies.memberChangeRow) }, ({ actor, query }) =>
    listMemberChanges({ actor, ...query }),
  ),
  route(
    endpoints.confirmMemberChange,
    { params: idParams, body: schemas.withReason, reply: nothing },
    async ({ actor, params, body }) => {
      await confirmMemberChange({ actor, id: params.id, ...body });
      return null;
    },
  ),
];
