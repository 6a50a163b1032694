import { OverruledDoubt } from './overruled-doubt-model.ts';

/** Over which doubts an application was approved, in the order of its findings; for staff alone. */
export function listOverruled(applicationId: number): Promise<OverruledDoubt[]> {
  return OverruledDoubt.findAll({ where: { applicationId }, order: ['id'] });
}
