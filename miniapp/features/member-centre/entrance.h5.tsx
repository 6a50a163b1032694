import { useState } from 'react';
import { useOffice } from '../../office/use-office.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import type { CentreEntranceProps } from './entrance-props.ts';
import styles from './entrance.module.css';

/** Where the association has a site of its own whose accounts open ours. */
export function CentreEntrance({ back, onFault }: CentreEntranceProps) {
  const name = useOffice().data?.memberCentre;
  const [isBusy, setBusy] = useState(false);
  if (!name) return null;
  const go = () => {
    setBusy(true);
    // Loaded on use: whoever signs in here needs nothing of it. On success the browser is leaving: the button stays as it is.
    import('../../session/member-centre.ts')
      .then(({ goToCentre }) => goToCentre(back, 'stays'))
      .catch((fault: unknown) => {
        onFault(fault);
        setBusy(false);
      });
  };
  return (
    <Box className={styles.entrance}>
      <Button kind="secondary" className={styles.way} onTap={go} busyLabel={isBusy && `正在打开${name}…`}>
        用{name}账号登录
      </Button>
    </Box>
  );
}
