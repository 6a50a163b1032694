import { OFFERED_FROM } from '../../../bff/contract/offers/enums.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useOffers } from './use-offers.ts';
import styles from './offered.module.css';

/** 联系邮箱, with the mailboxes that are known already, to be filled in by a tap. */
export function EmailField({
  accountId,
  value,
  onChange,
  error,
}: {
  accountId: number;
  value: string;
  onChange: (email: string) => void;
  error: string | undefined;
}) {
  const offers = (useOffers(accountId).data?.emails ?? []).filter(({ email }) => email !== value.trim());
  return (
    <TextField
      id="email"
      label="联系邮箱"
      required
      kind="email"
      autoComplete="email"
      value={value}
      onChange={onChange}
      {...(error === undefined ? {} : { error })}
      placeholder="name@example.com"
      hint={
        <>
          <Box>证明出具后可发送至该邮箱</Box>
          {offers.length > 0 ? (
            <Box className={styles.offered}>
              {offers.map(({ email, from }) => (
                <Button key={email} kind="text" className={styles.offer} onTap={() => onChange(email)}>
                  填入 {email}{' '}
                  <Box as="span" className={styles.from}>
                    {OFFERED_FROM[from]}
                  </Box>
                </Button>
              ))}
            </Box>
          ) : null}
        </>
      }
    />
  );
}
