import { App } from 'antd';
import { hostOf, isOwnAddress, piecesOf } from '../../../bff/contract/chat/links.ts';

/** What was said. Addresses in it are words until they are clicked; before one that is not ours opens, it is asked. */
export function LinkedWords({ text }: { text: string }) {
  const { modal } = App.useApp();
  const open = (href: string) => window.open(href, '_blank', 'noopener,noreferrer');
  const click = (href: string) => {
    if (isOwnAddress(href, location.origin)) return open(href);
    return modal.confirm({
      title: '打开外部链接',
      content: `该链接不是本会的网站，将访问 ${hostOf(href)}。请确认来源可信，不要在其中填写密码、验证码。`,
      okText: '打开',
      onOk: () => {
        open(href);
      },
    });
  };
  return (
    <>
      {piecesOf(text).map(({ text: words, href }, at) =>
        href === null ? (
          words
        ) : (
          <button key={at} type="button" className="chat-address" onClick={() => click(href)}>
            {words}
          </button>
        ),
      )}
    </>
  );
}
