import type { Transaction } from 'sequelize';
import { isMobile } from '../../../contract/text.ts';
import { hasTemplate } from '../../../platform/sms/sms.ts';
import { textLater } from '../../outbox/texts/text-later.ts';
import { numbersOf } from '../../registry/contacts/numbers-of.ts';

/**
 * Tells a lawyer by text that the last day has come (profile-workflow.md: on no other day): the number that was confirmed
 * before the registered one, and nobody where the provider has no template for it.
 * @param due.dueOn the lawyer's own deadline
 */
export async function textLastDay(
  due: { lawyerId: number; title: string; dueOn: string },
  t: Transaction,
): Promise<void> {
  if (!hasTemplate('due')) return;
  const { lawyerId, title, dueOn } = due;
  const number = (await numbersOf({ kind: 'lawyer', id: lawyerId }, t)).find(isMobile);
  if (number === undefined) return;
  const [, month, day] = dueOn.split('-').map(Number);
  const params = { what: title, when: `${month}月${day}日` };
  await textLater({ number, template: 'due_text', budget: 'notice', params }, t);
}
