import type { SignersReply } from '../../contract/verification/endpoints.ts';
import { signer } from '../../platform/signer/signer.ts';

/** By which certificates our signatures are told: from the operator's files, which nobody changes with SQL. */
export function listSigners(): SignersReply {
  return { certificates: [...signer.certificates] };
}
