import type { OffersReply } from '../../../contract/offers/replies.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { readMemberContact } from '../../registry/contacts/read-member-contact.ts';
import { readPostalAddress } from '../../registry/contacts/read-postal-address.ts';
import { Application } from '../model.ts';

/** Paper is mailed seldom: so many applications back an address is still looked for. */
const LOOKED_AT = 30;

/** What the member need not type again: mailbox and mailing as filled in last, and as registered. */
export async function offerLines(actor: MemberActor): Promise<OffersReply> {
  const applicant = memberIdOf(actor);
  const [contact, postal, last] = await Promise.all([
    readMemberContact(actor),
    readPostalAddress(applicant),
    Application.findAll({
      where: { applicantKind: applicant.kind, applicantId: applicant.id },
      attributes: ['email', 'paper'],
      order: [
        ['submittedAt', 'DESC'],
        ['id', 'DESC'],
      ],
      limit: LOOKED_AT,
    }),
  ]);
  const mailed = last.flatMap(({ paper }) => (paper?.pickup === 'mail' ? [paper] : []))[0];
  const emails: OffersReply['emails'] = [
    ...last.slice(0, 1).map(({ email }) => ({ from: 'last' as const, email })),
    { from: 'registry', email: contact.email },
  ];
  const mailings: OffersReply['mailings'] = [
    ...(mailed ? [{ from: 'last' as const, ...mailingOf(mailed) }] : []),
    { from: 'registry', recipient: postal.recipient, phone: contact.phone, address: postal.address },
  ];
  return {
    emails: firstOfEach(emails, ({ email }) => email.toLowerCase()).filter(({ email }) => email !== ''),
    mailings: firstOfEach(mailings, ({ from: _from, ...lines }) => JSON.stringify(lines)).filter(
      ({ address }) => address !== '',
    ),
  };
}

const mailingOf = ({ recipient, phone, address }: { recipient: string; phone: string; address: string }) => ({
  recipient,
  phone,
  address,
});

/** The same line is offered once. */
function firstOfEach<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}
