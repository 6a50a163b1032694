import type { ActivityInput } from '../../../contract/activities/schemas.ts';
import { faultsOf, instantsOf } from '../../../contract/activities/windows.ts';
import { AppError } from '../../../errors.ts';

/** The columns of what staff entered, without its groups. Throws `invalid_fields` for instants that cannot be. */
export function columnsOf({ groups: _groups, ...input }: ActivityInput) {
  const instants = instantsOf(input);
  const faults = faultsOf(instants);
  if (Object.keys(faults).length > 0) throw new AppError('invalid_fields', { fields: faults });
  return { ...input, ...instants };
}
