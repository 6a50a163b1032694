import { useState } from 'react';
import { hostOf, isOwnAddress, piecesOf } from '../../../bff/contract/chat/links.ts';
import { openAddress, opensAddresses, ownOrigin } from '../../platform/device/open-address.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Tap } from '../../ui/elements.tsx';
import { Modal, ModalBody } from '../../ui/sheets/modal.tsx';
import styles from './chat.module.css';

/** What was said. Addresses in it are words until they are tapped; before one that is not ours opens, it is asked. */
export function LinkedWords({ text }: { text: string }) {
  const [asked, setAsked] = useState<string | null>(null);
  const tap = (href: string) => (isOwnAddress(href, ownOrigin()) ? openAddress(href) : setAsked(href));
  return (
    <>
      {piecesOf(text).map(({ text: words, href }, at) =>
        href === null ? (
          words
        ) : (
          <Tap key={at} className={styles.address} onTap={() => tap(href)}>
            {words}
          </Tap>
        ),
      )}
      {asked === null ? null : (
        <Modal
          isOpen
          onClose={() => setAsked(null)}
          title="打开外部链接"
          footer={
            <>
              <Button kind="secondary" onTap={() => setAsked(null)}>
                取消
              </Button>
              <Button
                onTap={() => {
                  setAsked(null);
                  openAddress(asked);
                }}
              >
                {opensAddresses ? '打开' : '复制地址'}
              </Button>
            </>
          }
        >
          <ModalBody>
            <Box as="p">{`该链接不是本会的网站，将访问 ${hostOf(asked)}。请确认来源可信，不要在其中填写密码、验证码。`}</Box>
            <Box as="p" className={styles.wholeAddress}>
              {asked}
            </Box>
          </ModalBody>
        </Modal>
      )}
    </>
  );
}
