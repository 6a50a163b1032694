import { useLargeText } from '../../shell/use-large-text.ts';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../../../bff/contract/registry/enums.ts';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { LeaveButton } from '../../session/leave-button.tsx';
import { InboxLink } from '../../features/notifications/inbox-link.tsx';
import { useOffice } from '../../office/use-office.ts';
import { MemberPage } from '../../shell/page.tsx';
import { pageUrl } from '../../addresses.ts';
import { useWide } from '../../platform/page/screen.ts';
import { Row } from '../../ui/lists/row.tsx';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import styles from './index.module.css';

export default function AccountPage() {
  const isWide = useWide();
  return (
    <MemberPage title={isWide ? '账户' : '我的'} tab="account" entry="account">
      {(account) => <Account account={account} />}
    </MemberPage>
  );
}

function Account({ account }: { account: MemberAccount }) {
  const { isLarge, toggle } = useLargeText();
  return (
    <>
      <Sheet title="账户信息">
        <Facts rows={factsOf(account)} />
      </Sheet>
      <Sheet>
        <InboxLink />
        <Row href={pageUrl('archive')} title="会员档案" detail="协会登记的执业、考核、会费等记录" />
        {account.kind === 'firm' ? (
          <Row href={pageUrl('firmLawyers')} title="律师列表" detail="本所律师的登记信息和信息补全进度，核对证件号" />
        ) : null}
        {account.kind === 'lawyer' ? (
          <>
            <Row href={pageUrl('profile')} title="信息补全" detail="填写本人信息，提交协会审核" />
            <Row href={pageUrl('ownFile')} title="个人档案" detail="本人填写的全部信息，在一页上查看" />
            <Row href={pageUrl('profileViews')} title="谁看过我的信息" detail="打开敏感信息的时间和事由" />
            <Row href={pageUrl('myData')} title="我的个人信息" detail="下载、更正、撤回同意，保存期限" />
          </>
        ) : null}
        {account.kind === 'lawyer' ? <Row href={pageUrl('photo')} title="证件照片" detail="上传、核验、更换" /> : null}
        {account.kind === 'lawyer' ? (
          <Row
            href={pageUrl('registrationForm')}
            title="律师基本信息登记表"
            detail="信息补全审核通过后可查看、下载、打印"
          />
        ) : null}
        {account.kind === 'lawyer' ? (
          <Row href={pageUrl('activities')} title="活动报名" detail="报名、候补、取消、请假、我的学时" />
        ) : null}
        <Row href={pageUrl('announcements')} title="通知公告" detail="协会发布的通知、公示和培训安排" />
        <Row href={pageUrl('correctionForm')} title="更正登记信息" detail="登记信息有误、转所的，申请协会更正" />
        <Row href={pageUrl('tickets')} title="我的工单" detail="向协会提问、求助，查看答复" />
        <Row href={pageUrl('contacts')} title="账户信息" detail="确认用于找回密码的邮箱和手机" />
        <Row href={pageUrl('notices')} title="通知方式" detail="哪些通知另外发送邮件、微信消息" />
        <Row href={pageUrl('password')} title="修改密码" detail="修改后，其他设备须重新登录" />
        <WaysInRow />
        <Row href={pageUrl('devices')} title="登录设备" detail="查看正在使用本账号的设备，可逐一注销" />
        <Row href={pageUrl('verify')} title="核验证明" />
        <Row href={pageUrl('privacy')} title="隐私保护指引" detail="处理哪些信息，同意与撤回" />
        <Switch label="大字模式" detail="文字放大至1.25倍，仅对本设备生效" isOn={isLarge} onToggle={toggle} />
      </Sheet>
      <LeaveButton kind="danger" className={styles.leave} />
    </>
  );
}

/** Who else opens this account: by WeChat, and by the association's own site where there is one. */
function WaysInRow() {
  const centre = useOffice().data?.memberCentre;
  return (
    <Row
      href={pageUrl('wechat')}
      title="微信绑定"
      detail={`查看可用微信${centre ? `、${centre}账号` : ''}登录本账号的人，可逐一解除`}
    />
  );
}

function factsOf(account: MemberAccount): [string, string][] {
  if (account.kind === 'firm') {
    return [
      ['名称', account.name],
      ['机构类别', account.firmKind ? FIRM_KINDS[account.firmKind] : ''],
      ['执业许可证号', groupDigits(account.licenceNo)],
    ];
  }
  return [
    ['姓名', account.name],
    ['执业类别', account.category ? LAWYER_CATEGORIES[account.category] : ''],
    ['执业证号', groupDigits(account.licenceNo)],
    ['执业机构', account.firmName ?? ''],
  ];
}
