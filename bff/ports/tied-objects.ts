import { SECTION_KEYS, profileSection } from '../contract/profile/profile.ts';
import { toShanghaiDate } from '../contract/dates.ts';
import { AppError } from '../errors.ts';
import { showActivity } from '../modules/activities/signing-up/show-activity.ts';
import { loadFor } from '../modules/certificates/policy.ts';
import { loadClaim } from '../modules/external-hours/policy.ts';
import { loadOwnPayment } from '../modules/payments/policy.ts';
import { loadPhoto } from '../modules/photos/policy.ts';
import { findOwnProfileId } from '../modules/profiles/policy.ts';
import { tiedObjects } from '../modules/tickets/asking/tied-objects.ts';
import { loadTicket } from '../modules/tickets/policy.ts';

/** What a ticket may be about: found for a member who may see it, and called what the member knows it by. */
tiedObjects.connect({
  application: async (actor, key) => {
    const { application } = await loadFor(actor, 'show', idOf(key));
    return { name: application.number, id: application.id };
  },
  activity: async (actor, key) => {
    const { id, title } = await showActivity({ actor, id: idOf(key) });
    return { name: title, id };
  },
  claim: async (actor, key) => {
    const { id, title } = await loadClaim(actor, idOf(key));
    return { name: title, id };
  },
  payment: async (actor, key) => {
    const { id, description, outTradeNo } = await loadOwnPayment(actor, idOf(key));
    return { name: `${description}（${outTradeNo}）`, id };
  },
  section: async (actor, key) => {
    const section = SECTION_KEYS.find((one) => one === key);
    if (actor.kind !== 'lawyer' || section === undefined) throw new AppError('not_found');
    return { name: profileSection(section).label, id: await findOwnProfileId(actor.lawyerId) };
  },
  photo: async (actor, key) => {
    const { id, state, createdAt } = await loadPhoto(actor, idOf(key));
    // What was not handed in is nobody else's to look at.
    return { name: `${toShanghaiDate(createdAt)}的照片`, id: state === 'draft' ? null : id };
  },
  // What is over goes on in a new ticket, which names the old one.
  ticket: async (actor, key) => {
    const { id, number } = await loadTicket(actor, idOf(key));
    return { name: number, id };
  },
});

/** An id as it is written in addresses. Throws `not_found` for anything else. */
function idOf(key: string): number {
  const id = Number(key);
  if (!/^\d+$/.test(key) || !Number.isSafeInteger(id)) throw new AppError('not_found');
  return id;
}
