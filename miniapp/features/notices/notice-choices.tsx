import { useQuery } from '@tanstack/react-query';
import {
  noticeChoiceEndpoints,
  type NoticeChoices as Choices,
} from '../../../bff/contract/notice-choices/endpoints.ts';
import { NOTICE_KINDS } from '../../../bff/contract/notice-choices/enums.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Box } from '../../ui/elements.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';

const KEY = ['notice-choices'] as const;
type Choice = Choices['items'][number];

/** 通知方式: by kind, whether mail and WeChat tell of it; 消息 always does. */
export function NoticeChoices() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => call(noticeChoiceEndpoints.listNoticeChoices, {}),
  });
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  return (
    <>
      <Notice>所有通知都会出现在“消息”中。下面选择是否另外发送邮件或微信消息；登录、密码等安全提醒不能关闭。</Notice>
      <Sheet>
        {data.items.map((choice) => (
          <Box key={choice.kind}>
            <Switch
              label={`${NOTICE_KINDS[choice.kind]}：邮件`}
              isOn={choice.byMail}
              onToggle={() => void choose({ ...choice, byMail: !choice.byMail })}
            />
            {choice.byWechat === null ? null : (
              <Switch
                label={`${NOTICE_KINDS[choice.kind]}：微信消息`}
                detail="须已绑定微信并允许接收"
                isOn={choice.byWechat}
                onToggle={() => void choose({ ...choice, byWechat: !choice.byWechat })}
              />
            )}
          </Box>
        ))}
      </Sheet>
    </>
  );
}

async function choose({ kind, byMail, byWechat }: Choice): Promise<void> {
  try {
    const body = { kind, byMail, byWechat: byWechat ?? true };
    queryClient.setQueryData(KEY, await call(noticeChoiceEndpoints.chooseNotice, { body }));
  } catch (fault) {
    showToast(faultText(fault));
  }
}
