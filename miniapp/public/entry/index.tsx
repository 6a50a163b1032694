import { useEffect, useState } from 'react';
import { pageAt, pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { NotEntered } from '../../features/member-centre/not-entered.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { goToCentre } from '../../session/member-centre.ts';
import { Hotline } from '../../office/hotline.tsx';
import { Door } from '../../shell/door.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';

/**
 * What the association's own site links to: whoever is signed in there is signed in here without another tap, on the page
 * that `to` names (`/entry?to=/apply`), one of ours or the first.
 */
export default function EntryPage() {
  const { to = '' } = useParams();
  const [fault, setFault] = useState<unknown>(null);
  const back = pageAt(to) ?? pageUrl('home');
  useEffect(() => {
    goToCentre(back, 'left out').then((isLeaving) => {
      if (!isLeaving) startAt(pageUrl('signIn', { back }));
    }, setFault);
  }, [back]);
  return (
    <Door title="登录" heading="会员登录" hotline={<Hotline offersTicket={false} />}>
      {fault ? <NotEntered why={faultText(fault)} back={back} onFault={setFault} /> : <Skeleton lines={3} />}
    </Door>
  );
}
