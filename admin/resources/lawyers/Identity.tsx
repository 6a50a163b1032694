import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { MaskedNumber } from '../../ui/MaskedNumber.tsx';

/** The identity number of a lawyer, masked; whole for who may, with a reason. */
export function Identity({ id, masked }: { id: number; masked: string }) {
  const may = useMay()(registryEndpoints.revealIdentity);
  const reveal = (reason: string) =>
    call(registryEndpoints.revealIdentity, { params: { id: String(id) }, body: { reason } });
  return <MaskedNumber masked={masked} reveal={may ? reveal : undefined} />;
}
