import type { Call } from '../../test/api.ts';
import { submit } from '../../test/factories/certificate.ts';
import { memberActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, ownFirm, staff, type Row } from '../../test/permissions/row.ts';
import { uploadFile } from './upload-file.ts';
import { keepsState } from '../../platform/singletons.ts';

let attached: Call | undefined;
keepsState(() => {
  attached = undefined;
});
const attachedOnce = async ({ firm }: Cast): Promise<Call> => {
  if (attached) return attached;
  const actor = await memberActor({ firmId: firm.id });
  const { token } = await uploadFile({ actor, name: '同意书.png', bytes: PNG });
  const proven = await submit(actor, { type: 'practice-status', attachments: [token], consent: true });
  return (attached = { params: { id: proven.id, file: token } });
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // files
  uploadFile: { realm: 'member', passes: answer(400, 'firm', 'other firm', 'lawyer', 'other lawyer') },
  showAttachment: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: attachedOnce,
  },
  showStaffAttachment: {
    realm: 'staff',
    passes: staff('reviewer'),
    hasObject: true,
    call: attachedOnce,
  },
};
