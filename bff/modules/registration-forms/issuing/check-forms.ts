import { Op } from 'sequelize';
import { RegistrationForm } from '../model.ts';
import { confirmForm } from './form-evidence.ts';

const BATCH = 100;

/** Forms to be read again: all, or those issued since an instant and one of `shares` equal parts of the others. */
type Selection = 'all' | { issuedSince: number; shares: number; share: number };

/** Compares issued forms with their files and the log; answers those that differ, in words. */
export async function checkForms(
  selection: Selection,
  signal: AbortSignal,
): Promise<{ number: string; fault: string }[]> {
  const faults: { number: string; fault: string }[] = [];
  let after = 0;
  for (;;) {
    signal.throwIfAborted();
    const batch = await RegistrationForm.findAll({ where: { id: { [Op.gt]: after } }, order: ['id'], limit: BATCH });
    for (const form of batch.filter((one) => isOf(selection, one))) {
      const confirmed = await confirmForm(form);
      if ('fault' in confirmed) faults.push({ number: form.number, fault: confirmed.fault });
    }
    const last = batch.at(-1);
    if (!last) return faults;
    after = last.id;
  }
}

const isOf = (selection: Selection, { id, issuedAt }: RegistrationForm): boolean =>
  selection === 'all' || issuedAt >= selection.issuedSince || id % selection.shares === selection.share;
