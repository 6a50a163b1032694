import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  registrationFormEndpoints as forms,
  type OwnRegistrationForm,
} from '../../../bff/contract/registration-forms/endpoints.ts';
import type { FormCopy } from '../../../bff/contract/registration-forms/enums.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { openDocument, saveDocument } from '../../platform/documents/documents.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';

/** Which copy has what the lawyer ticked. */
function copyOf({ family, identity }: { family: boolean; identity: boolean }): FormCopy {
  if (family && identity) return 'both';
  return family ? 'family' : identity ? 'identity' : 'usual';
}

/** The form of what was approved last: seen, saved, printed. */
export function RegistrationFormSheet({ accountId }: { accountId: number }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['registration-form', accountId],
    queryFn: () => call(forms.showOwnRegistrationForm, {}),
  });
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Sheet>
        <Skeleton lines={4} />
      </Sheet>
    );
  }
  if (data.approvedOn === null) return <NotYet />;
  return <Printing form={{ ...data, approvedOn: data.approvedOn }} />;
}

function NotYet() {
  return (
    <Sheet title="登记表">
      <Notice>还没有可以打印的登记表。信息补全审核通过后，系统自动制作，可在此查看、下载和打印。</Notice>
    </Sheet>
  );
}

function Printing({ form }: { form: OwnRegistrationForm & { approvedOn: string } }) {
  const [chosen, setChosen] = useState({ family: false, identity: false });
  const [busy, setBusy] = useState<'' | 'open' | 'save'>('');
  const copy = copyOf(chosen);
  const name = `律师基本信息登记表-${form.approvedOn}`;
  const fetchThen = async (act: 'open' | 'save') => {
    setBusy(act);
    try {
      const bytes = await call(forms.readOwnRegistrationForm, { query: { copy } });
      await (act === 'open' ? openDocument(bytes, name) : saveDocument(bytes, name));
    } catch (fault) {
      showToast(faultText(fault));
    } finally {
      setBusy('');
    }
  };
  return (
    <>
      <Sheet title="登记表">
        <Facts
          rows={[
            ['审核通过', form.approvedOn ?? '—'],
            ['编号', form.number ?? '正在制作，打开时即可生成'],
            ['纸张', 'A4，单面或双面打印'],
          ]}
        />
        <Switch
          label="含家庭信息"
          detail={form.hasFamily ? '家庭成员涉及他人，只印在您自己的这一联上' : '您没有填写家庭成员'}
          isOn={chosen.family}
          onToggle={() => setChosen({ ...chosen, family: !chosen.family })}
        />
        <Switch
          label="显示完整证件号码"
          detail="不打开时，证件号码中间以星号代替"
          isOn={chosen.identity}
          onToggle={() => setChosen({ ...chosen, identity: !chosen.identity })}
        />
      </Sheet>
      {copy === 'usual' ? null : <Notice tone="warn">这一联含有敏感信息，请自行保管，不要转发或交给无关的人。</Notice>}
      <Notice>
        登记表由本会电子签名，每页的二维码可供收件人核验。表中内容为最近一次审核通过的信息；信息变更审核通过后，系统另行制作新的登记表。
      </Notice>
      <AskDesk words="登记表内容有误或不能打开的" category="profile" title="律师基本信息登记表" />
      <ActionBar>
        <Button onTap={() => void fetchThen('open')} busyLabel={busy === 'open' && '正在打开…'}>
          查看并打印
        </Button>
        <Button kind="secondary" onTap={() => void fetchThen('save')} busyLabel={busy === 'save' && '正在下载…'}>
          下载 PDF
        </Button>
      </ActionBar>
    </>
  );
}
