import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { Firm, Lawyer } from '../model.ts';

/** Where a letter to a member goes. A lawyer is written to by name, at the firm; empty lines where none is known. */
export async function readPostalAddress({ kind, id }: { kind: SubjectKind; id: number }): Promise<{
  kind: SubjectKind;
  address: string;
  firmName: string;
  recipient: string;
}> {
  const options = { rejectOnEmpty: true } as const;
  if (kind === 'firm') {
    const { address, name, personInCharge } = await Firm.findByPk(id, options);
    return { kind, address, firmName: name, recipient: personInCharge };
  }
  const { name, firmId } = await Lawyer.findByPk(id, options);
  const firm = firmId === null ? null : await Firm.findByPk(firmId);
  return { kind, address: firm?.address ?? '', firmName: firm?.name ?? '', recipient: name };
}
