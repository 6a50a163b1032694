import { OFFERED_FROM } from '../../../bff/contract/offers/enums.ts';
import type { OffersReply } from '../../../bff/contract/offers/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { useOffers } from './use-offers.ts';
import styles from './offered.module.css';

type Mailing = Pick<OffersReply['mailings'][number], 'recipient' | 'phone' | 'address'>;

/** Recipients and addresses that are known already, each filled in as a whole by a tap. */
export function OfferedMailings({
  accountId,
  value,
  onChoose,
}: {
  accountId: number;
  value: Mailing;
  onChoose: (mailing: Mailing) => void;
}) {
  const isThere = (one: Mailing) =>
    one.recipient === value.recipient && one.phone === value.phone && one.address === value.address;
  const offers = (useOffers(accountId).data?.mailings ?? []).filter((one) => !isThere(one));
  if (offers.length === 0) return null;
  return (
    <Box className={styles.offered}>
      {offers.map(({ from, recipient, phone, address }) => (
        <Button key={from} kind="text" className={styles.offer} onTap={() => onChoose({ recipient, phone, address })}>
          填入 {[recipient, phone, address].filter(Boolean).join('，')}{' '}
          <Box as="span" className={styles.from}>
            {OFFERED_FROM[from]}
          </Box>
        </Button>
      ))}
    </Box>
  );
}
