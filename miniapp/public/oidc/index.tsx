import { useEffect, useState } from 'react';
import type { SessionReply } from '../../../bff/contract/accounts/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { firstPassword } from '../../features/accounts/first-password.ts';
import { CentreBindingForm } from '../../features/member-centre/binding-form.tsx';
import { NotEntered } from '../../features/member-centre/not-entered.tsx';
import { useOffice } from '../../office/use-office.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { safeBack } from '../../session/lead-to-sign-in.ts';
import { arriveFromCentre, type Newcomer } from '../../session/member-centre.ts';
import { Hotline } from '../../office/hotline.tsx';
import { Door } from '../../shell/door.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';

/** Where the association's own site leads back to after somebody has signed in there. */
export default function FromCentrePage() {
  // The address as the other site gave it: its code is used once, whatever becomes of the address meanwhile.
  const [came] = useState(useParams());
  const centre = useOffice().data?.memberCentre ?? '会员中心';
  const [newcomer, setNewcomer] = useState<Newcomer | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    const { code = '', state = '', iss } = came;
    arriveFromCentre({ code, state, iss }).then((arrived) => {
      if ('session' in arrived) goOn(arrived.session, arrived.back);
      else setNewcomer(arrived);
    }, setFault);
  }, [came]);
  const title = `${centre}登录`;
  return (
    <Door title={title} heading={title} hotline={<Hotline offersTicket={false} />}>
      {content()}
    </Door>
  );

  function content() {
    if (newcomer) {
      return (
        <CentreBindingForm
          newcomer={newcomer}
          centre={centre}
          onSignedIn={(session, password) => goOn(session, newcomer.back, password)}
        />
      );
    }
    if (!fault) return <Skeleton lines={3} />;
    return (
      <NotEntered
        why={
          came['error'] === 'access_denied'
            ? `您没有同意用${centre}账号登录。可以重新进入，或用会员账号和密码登录。`
            : faultText(fault)
        }
        back={pageUrl('home')}
        onFault={setFault}
      />
    );
  }
}

/** A first password is replaced before anything else. */
function goOn(session: SessionReply, back: string, password = ''): void {
  firstPassword.typed = session.mustChangePassword ? password : '';
  startAt(session.mustChangePassword ? pageUrl('password') : safeBack(back));
}
