import type { ApplicationContentParsed } from '../../contract/certificates/schemas.ts';
import { AppError } from '../../errors.ts';
import type { MemberActor } from '../../actor.ts';
import { PaperCopy, PaperOrder } from '../../modules/papers/model.ts';
import { submit } from './certificate.ts';

/** Paper orders for tests, made by the acts themselves. */

type Paper = NonNullable<ApplicationContentParsed['paper']>;
export const TO_COLLECT: Paper = { pickup: 'collect', copies: 2 };
export const TO_MAIL: Extract<Paper, { pickup: 'mail' }> = {
  pickup: 'mail',
  copies: 3,
  recipient: '林知远',
  phone: '19900000000',
  address: '江海市文华区书院街8号',
};

/** Applies with paper; answers the order that came with the approval. */
export async function ordered(actor: MemberActor, paper: Paper): Promise<PaperOrder> {
  return orderOf((await submit(actor, { paper })).id);
}
export const orderOf = (applicationId: number) => PaperOrder.findOne({ where: { applicationId }, rejectOnEmpty: true });
export const copiesOf = ({ id }: PaperOrder) => PaperCopy.findAll({ where: { orderId: id }, order: ['position'] });
export const stateOf = async (order: PaperOrder) => (await order.reload()).state;

/** The code an act was refused with; null when it was done, the error itself when it is none of ours. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? error.code : error;
}
