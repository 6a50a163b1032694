import { useState, type ReactNode } from 'react';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import type { ProfileState } from '../../../../bff/contract/profile/enums.ts';
import { ApiError, faultText } from '../../../api/api-error.ts';
import { goBack } from '../../../platform/page/navigate.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box, Tap } from '../../../ui/elements.tsx';
import { CheckMark } from '../../../ui/marks/check-mark.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { RowFacts } from '../file/section-view.tsx';
import type { SectionFormProps } from '../section-editor.tsx';
import { confirmBasic } from '../use-profile.ts';
import styles from '../profile.module.css';

/** Why it has to be confirmed again. */
const VOID: Partial<Record<ProfileState, string>> & { filling: string } = {
  filling: '基本信息有改动，请重新核实并确认。',
  rejected: '再次提交之前，请重新核实并确认基本信息。',
};

/** Step 6: everything once more, what is missing with a link to it, and 确认补全. */
export function StepConfirm({
  profile,
  reply,
  editing,
  row,
  back,
  onFault,
}: SectionFormProps & { row: Row; back: ReactNode; onFault: (at: string) => void }) {
  const [isTicked, setTicked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const faults = Object.entries(reply.faults);
  const confirm = async () => {
    setFault('');
    if (!isTicked) return setFault('请核实后勾选“我已核实以上信息正确无误”');
    setBusy(true);
    try {
      const { state, reply: saved } = await editing.autosave.settle();
      if (state.kind !== 'saved') return;
      await confirmBasic(saved.version);
      showToast('基本信息已确认');
      goBack();
    } catch (thrown) {
      const first = thrown instanceof ApiError ? Object.values(thrown.fields)[0] : undefined;
      setFault(first ?? faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {profile.isConfirmationVoid ? <Notice tone="warn">{VOID[profile.state] ?? VOID.filling}</Notice> : null}
      {faults.length > 0 ? (
        <Sheet title={`还有${faults.length}处需要填写或修改`}>
          {faults.map(([at, words]) => (
            <Tap key={at} className={styles.missing} onTap={() => onFault(at)}>
              <Box>{words}</Box>
              <Box className={styles.missingAct}>去填写</Box>
            </Tap>
          ))}
        </Sheet>
      ) : null}
      <Sheet title="请核对">
        <RowFacts profile={profile} sectionKey="basic" row={row} />
        <Tap role="checkbox" checked={isTicked} onTap={() => setTicked(!isTicked)} className={styles.tick}>
          <CheckMark checked={isTicked} />
          我已核实以上信息正确无误
        </Tap>
        {fault ? (
          <Notice tone="bad">
            <Box live="assertive">{fault}</Box>
          </Notice>
        ) : null}
      </Sheet>
      <ActionBar>
        {back}
        <Button onTap={() => void confirm()} disabled={faults.length > 0} busyLabel={isBusy && '正在确认…'}>
          确认补全
        </Button>
      </ActionBar>
    </>
  );
}
