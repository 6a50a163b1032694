import { JoiningForm } from '../../features/corrections/joining-form.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** 律师转入: of firms; a lawyer asks for the own move. */
export default function JoiningPage() {
  return (
    <MemberPage title="律师转入" entry="firmLawyers">
      {({ kind, id }) =>
        kind === 'firm' ? (
          <JoiningForm accountId={id} />
        ) : (
          <Notice>转入由律所申请；律师本人请在“更正登记信息”中申请转所。</Notice>
        )
      }
    </MemberPage>
  );
}
