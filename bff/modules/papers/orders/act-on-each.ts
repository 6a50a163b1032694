import { refusalOf } from '../../../errors.ts';
import { PaperOrder } from '../model.ts';

export interface ActResult {
  id: number;
  number: string;
  /** Null: done. */
  failure: string | null;
}

/** One act on many orders, each in a transaction of its own: what one is refused does not stop the others. */
export async function actOnEach(ids: readonly number[], act: (id: number) => Promise<void>): Promise<ActResult[]> {
  const orders = await PaperOrder.findAll({ where: { id: [...ids] }, attributes: ['id', 'number'] });
  const numbers = new Map(orders.map(({ id, number }) => [id, number]));
  const results: ActResult[] = [];
  for (const id of ids) results.push({ id, number: numbers.get(id) ?? '', failure: await refusalOf(() => act(id)) });
  return results;
}
