import { useState } from 'react';
import { CLAIM_EVENTS } from '../../../bff/contract/external-hours/enums.ts';
import type { OwnHoursClaim } from '../../../bff/contract/external-hours/replies.ts';
import { HOURS_KINDS, HOURS_MODES } from '../../../bff/contract/records/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { Attachments } from '../../application/attachments.tsx';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { ClaimTag } from './claim-tag.tsx';
import { daysInWords, hoursInWords } from './course-words.ts';
import { readProof, withdrawClaim } from './use-claims.ts';

/** An own claim: what was stated and proven, what the association said, and what may still be done. */
export function ClaimDetail({ claim }: { claim: OwnHoursClaim }) {
  const { id, state, title, opinion, attachments, timeline, can } = claim;
  const isDecided = state === 'accepted' || state === 'refused' || state === 'revoked';
  return (
    <>
      <Sheet title={title} beside={<ClaimTag state={state} />}>
        <Facts rows={factsOf(claim)} />
        {opinion ? (
          <Notice tone={state === 'accepted' ? 'plain' : 'warn'}>
            {state === 'waiting' ? '上次的审核意见' : '审核意见'}：{opinion}
          </Notice>
        ) : null}
      </Sheet>
      <Sheet title="证明材料">
        <Attachments files={attachments} read={(file) => readProof(id, file)} />
      </Sheet>
      <Sheet title="办理经过">
        <Facts
          rows={timeline.map(({ event, at, by, note }): FactRow => [
            CLAIM_EVENTS[event],
            <>
              <Box>{shownTime(at)}</Box>
              <Box>{by}</Box>
              {note ? <Box>{note}</Box> : null}
            </>,
          ])}
        />
      </Sheet>
      {can.withdraw ? <Acts claim={claim} /> : null}
      {isDecided ? (
        <AskDesk
          words="对认定结果有异议的"
          category="activity"
          title={`校外学时异议：${title}`}
          tied={{ kind: 'claim', key: id }}
        />
      ) : null}
    </>
  );
}

const factsOf = (claim: OwnHoursClaim): FactRow[] => [
  ['主办单位', claim.organiser],
  ['日期', daysInWords(claim)],
  ['学时类别', HOURS_KINDS[claim.kind]],
  ['参加方式', HOURS_MODES[claim.mode]],
  ['学时', hoursInWords(claim)],
  ...(claim.note ? [['说明', claim.note] satisfies FactRow] : []),
  ['提交时间', shownTime(claim.submittedAt)],
];

function Acts({ claim: { id, can } }: { claim: OwnHoursClaim }) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await withdrawClaim(id);
      showToast('已撤回');
    } catch (fault) {
      showToast(faultText(fault));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <>
      <ActionBar>
        <Button kind="secondary" onTap={() => setAsking(true)}>
          撤回
        </Button>
        {can.mend ? <Button onTap={() => goTo(pageUrl('hoursClaimForm', { id }))}>修改后重新提交</Button> : null}
      </ActionBar>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="撤回申报"
        question="撤回后不再审核，学时不计入，证明材料随即删除；需要时可以重新申报。"
        act="撤回"
        onAct={() => void withdraw()}
        busyLabel={isBusy && '正在撤回…'}
      />
    </>
  );
}
