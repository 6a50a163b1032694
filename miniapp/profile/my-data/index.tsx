import { askUrl } from '../../application/ask-desk.tsx';
import { pageUrl } from '../../addresses.ts';
import { OwnConsents } from '../../features/profile/consents/own-consents.tsx';
import { DataDownload } from '../../features/rights/data-download.tsx';
import { Retention } from '../../features/rights/retention.tsx';
import { MemberPage } from '../../shell/page.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';

/** 我的个人信息: what a person may ask of the association about the own data; of the lawyer alone. */
export default function MyDataPage() {
  return (
    <MemberPage title="我的个人信息" entry="account">
      {({ id, kind }) =>
        kind === 'lawyer' ? (
          <>
            <DataDownload key={id} />
            <Sheet title="您的权利">
              <Row href={pageUrl('profileViews')} title="谁看过我的信息" detail="打开敏感信息的时间和事由" />
              <Row href={pageUrl('correctionForm', {})} title="更正" detail="登记信息有误的，申请协会更正" />
              <Row href={pageUrl('privacy')} title="撤回对隐私保护指引的同意" />
              <Row href={pageUrl('photo')} title="撤回对人脸比对的同意" detail="在证件照片页面撤回，凭据随即删除" />
              <Row href={pageUrl('wechat')} title="解除微信绑定" />
              <Row
                href={askUrl({ category: 'personal_data', title: '删除个人信息' })}
                title="删除、其他请求"
                detail="提交工单，三十日内答复；家庭成员等他人的请求请拨打服务热线"
              />
            </Sheet>
            <OwnConsents />
            <Retention />
          </>
        ) : (
          <Notice>个人信息由律师用本人的账号查询和下载。</Notice>
        )
      }
    </MemberPage>
  );
}
