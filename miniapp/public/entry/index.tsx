import { useEffect, useState } from 'react';
import { pageAt, pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { CentreEntrance } from '../../features/member-centre/entrance.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { goToCentre } from '../../session/member-centre.ts';
import { Door } from '../../shell/door.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

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
    <Door title="登录" heading="会员登录">
      {fault ? (
        <>
          <Box role="alert">
            <Notice tone="warn">{faultText(fault)}</Notice>
          </Box>
          <CentreEntrance back={back} onFault={setFault} />
          <Link href={pageUrl('signIn', { back })}>用账号和密码登录</Link>
        </>
      ) : (
        <Skeleton lines={3} />
      )}
    </Door>
  );
}
