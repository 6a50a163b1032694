import { pageUrl } from '../../addresses.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { Hotline } from '../../office/hotline.tsx';
import { Door } from '../../shell/door.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import styles from './index.module.css';

export default function NotFoundPage() {
  return (
    <Door title="没有找到页面" heading="没有找到这个页面" hotline={<Hotline offersTicket={false} />}>
      <Box as="p">地址可能已变更或输入有误。您可以返回首页，从菜单重新进入。</Box>
      <Button className={styles.home} onTap={() => startAt(pageUrl('home'))}>
        返回首页
      </Button>
    </Door>
  );
}
