import { useState } from 'react';
import {
  CONSENT_STATES,
  SENSITIVE_LABELS,
  SENSITIVE_SECTIONS,
  type SensitiveSection,
} from '../../../../bff/contract/profile/consents.ts';
import { faultText } from '../../../api/api-error.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Confirm } from '../../../ui/sheets/modal.tsx';
import { Facts, Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { answerConsent, useConsent } from './use-consent.ts';

const SECTIONS = Object.keys(SENSITIVE_SECTIONS) as SensitiveSection[];

/** The separate consents to sensitive fields, each to be taken back. */
export function OwnConsents() {
  return (
    <Sheet title="敏感信息的单独同意">
      <Notice>撤回后，已填写的这些内容即从草稿、历次提交和现行档案中删除，其他内容不变。</Notice>
      {SECTIONS.map((section) => (
        <One key={section} section={section} />
      ))}
    </Sheet>
  );
}

function One({ section }: { section: SensitiveSection }) {
  const state = useConsent(section);
  const [isOpen, setOpen] = useState(false);
  if (state === null) return null;
  const { what } = SENSITIVE_SECTIONS[section];
  const withdraw = async () => {
    setOpen(false);
    try {
      await answerConsent(section, 'refuse');
      showToast('已撤回，内容已删除');
    } catch (fault) {
      showToast(faultText(fault));
    }
  };
  return (
    <>
      <Facts
        rows={[
          [SENSITIVE_LABELS[section], what],
          ['状态', CONSENT_STATES[state]],
        ]}
      />
      {state === 'agreed' ? (
        <Box>
          <Button kind="text" label={`撤回同意：${SENSITIVE_LABELS[section]}`} onTap={() => setOpen(true)}>
            撤回同意
          </Button>
        </Box>
      ) : null}
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="撤回同意"
        question={`撤回后，${what}即删除，不能恢复。`}
        act="撤回并删除"
        onAct={() => void withdraw()}
      />
    </>
  );
}
