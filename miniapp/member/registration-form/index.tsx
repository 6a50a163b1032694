import { RegistrationFormSheet } from '../../features/registration-forms/registration-form.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 打印《律师基本信息登记表》: of the lawyer alone. */
export default function RegistrationFormPage() {
  return (
    <MemberPage title="律师基本信息登记表" entry="account">
      {({ id, kind }) =>
        kind === 'lawyer' ? <RegistrationFormSheet accountId={id} /> : <Notice>登记表由律师用本人的账号打印。</Notice>
      }
    </MemberPage>
  );
}
