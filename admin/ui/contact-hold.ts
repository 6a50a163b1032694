import { CONTACT_FIELDS, CONTACT_HOLD_DAYS, type ContactField } from '../../bff/contract/activation/enums.ts';
import { addDays, toShanghaiDate } from '../../bff/contract/dates.ts';
import { writtenPhone } from '../../bff/contract/phones.ts';
import { isMobile, toHalfWidth } from '../../bff/contract/text.ts';

/** The day on which a contact that is changed now may receive codes: yyyy-MM-dd. */
export const dayAfterHold = (): string => addDays(toShanghaiDate(Date.now()), CONTACT_HOLD_DAYS);

type Contacts = Record<ContactField, string>;

/**
 * What is said after a member has been saved: of a changed contact that it waits, for a second person (then the saved
 * one is still the old one) or for seven days.
 */
export function sayContacts(before: Contacts, typed: Contacts, saved: Contacts): string {
  const changed = (Object.keys(CONTACT_FIELDS) as ContactField[]).filter(
    (field) => kept(field, typed[field]) !== before[field] && mayGetCodes(field, kept(field, typed[field])),
  );
  const said = changed.map((field) =>
    saved[field] === before[field]
      ? `新${CONTACT_FIELDS[field]}须另一人在“联系方式复核”中采用，采用之日起${CONTACT_HOLD_DAYS}天后（最早${dayAfterHold()}）可以接收验证码`
      : `新${CONTACT_FIELDS[field]}自${dayAfterHold()}起可以接收验证码，此前原${CONTACT_FIELDS[field]}也会收到通知`,
  );
  return said.length > 0 ? `其余已保存。${said.join('；')}` : '已保存';
}

/** As the server keeps it. */
const kept = (field: ContactField, typed: string) =>
  field === 'phone' ? writtenPhone(typed) : toHalfWidth(typed).trim();

const mayGetCodes = (field: ContactField, value: string) => (field === 'phone' ? isMobile(value) : value !== '');
