import { Button, Result } from 'antd';
import { Link, useRouteError } from 'react-router';
import { pageUrl } from '../addresses.ts';

/** An address that leads nowhere. */
export function NotFound() {
  return <Result status="info" title="没有这个页面" extra={<Link to={pageUrl('home')}>返回工作台</Link>} />;
}

/** A page that could not be opened: usually a new version was put in place while this window stood open. */
export function Unopened() {
  const error = useRouteError();
  console.error(error);
  return (
    <Result
      status="warning"
      title="页面没有打开"
      subTitle="系统可能刚刚更新，刷新后即可继续。"
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新
        </Button>
      }
    />
  );
}
