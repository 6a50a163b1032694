import { useState } from 'react';
import { certificateEndpoints, type ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { keptDraft } from '../../application/drafts/kept-draft.ts';
import { beginFrom } from '../../application/origin.ts';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';

/** Opens the form with everything that this application says: to complete it, or to ask once more. */
export function AgainButton({
  accountId,
  application,
  kind,
}: {
  accountId: number;
  application: ApplicationDetail;
  kind: 'primary' | 'text';
}) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setAsking(false);
    setBusy(true);
    try {
      const params = { id: String(application.id) };
      beginFrom(accountId, application, await call(certificateEndpoints.showReapplication, { params }));
      goTo(pageUrl('apply'));
    } catch (fault) {
      showToast(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        kind={kind}
        onTap={() => (keptDraft(accountId, 'draft') ? setAsking(true) : void open())}
        busyLabel={isBusy && '正在打开…'}
      >
        {labelOf(application)}
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="替换没有提交的草稿"
        question="“我要申请”里有一份没有提交的草稿。继续的话，草稿会被这份申请的内容替换，不能恢复。"
        act="替换草稿"
        onAct={() => void open()}
      />
    </>
  );
}

/** Nothing came of it: it is put right and sent once more. */
export const cameToNothing = ({ state, outcome }: ApplicationDetail): boolean =>
  outcome === 'rejected' || state === 'lapsed' || state === 'withdrawn';

function labelOf(application: ApplicationDetail): string {
  if (application.can.complete) return '补正后重新提交';
  return cameToNothing(application) ? '修改后重新申请' : '再申请一份';
}
