import type { ReactNode } from 'react';
import type { PublicSettings } from '../../../bff/contract/settings/endpoints.ts';
import { PRIVACY_VERSION } from '../../../bff/contract/privacy/enums.ts';
import { Box } from '../../ui/elements.tsx';
import { PhoneHours, PhoneNumber } from '../../office/office-phone.tsx';
import { shownDay } from '../../ui/shown-day.ts';
import styles from './guideline.module.css';

/** Which interface of WeChat is used, for what, and when. */
const INTERFACES = [
  [
    '微信登录',
    '取得微信为本小程序提供的用户标识，用于识别已绑定的账号；不取得微信号、昵称和头像',
    '打开小程序或绑定微信时',
  ],
  ['手机号', '与协会登记的手机号核对，核对成功后登录并绑定账号', '您点“用登记的手机号登录并绑定”并在微信中确认后'],
  [
    '选中的文件',
    '上传您选择的证明材料、工单附件；核验证明时只在本设备上计算摘要，文件不上传',
    '您点“上传附件”或“选择文件”后',
  ],
  ['选中的照片', '选择或拍摄证件照片并上传', '您在“证件照片”中点“选择照片”后'],
  ['剪切板（写入）', '把核验链接、分享链接或访问码复制到剪切板；不读取剪切板中的内容', '您点“复制”后'],
  [
    '日历（写入）',
    '把您已报名的活动的名称、时间、地点加入手机日历；不读取日历中的内容',
    '您在活动详情中点“加入日历”后',
  ],
  ['订阅消息', '把审核结果、领取寄送、撤销更正通知到您的微信', '您在微信的提示中选择允许后'],
] as const;

/**
 * 隐私保护指引 as 《个人信息保护法》第十七条 wants it: who, what for, how, how long, to whom, and the rights of the person.
 * A change of substance gets a new PRIVACY_VERSION (bff/contract/privacy/enums.ts).
 */
export function Guideline({ office }: { office: PublicSettings | undefined }) {
  const association = office?.association ?? '本会';
  return (
    <Box as="article" className={styles.guideline}>
      <Box as="h1" className={styles.title}>
        隐私保护指引
      </Box>
      <Box as="p" className={styles.edition}>
        {shownDay(PRIVACY_VERSION)}版，自当日起施行
      </Box>
      <Box as="p">
        “律证”小程序和网页由{association}
        （以下称“本会”）提供，用于申请、出具和核验律师行业电子证明，报名参加本会活动，以及向本会提出问题（工单）。本指引说明本会处理哪些个人信息、为什么处理，以及您可以怎样行使权利。
      </Box>

      <Part heading="一、处理哪些信息，为什么处理">
        <Item lead="会员登记信息。">
          姓名、性别、证件类型和号码、执业证号、执业机构、执业经历、年度考核、会费、行业处分、联系电话和邮箱。这些信息由本会依照《律师法》和行业规范在管理会员中取得，用于确认身份、审核申请和出具证明。
        </Item>
        <Item lead="申请信息。">
          证明类型、用途、起止时间、您填写的内容、上传的证明材料、接收证明的邮箱；申请纸质证明的，还有收件人、电话和地址。用于审核、出具、发送和寄送证明。
        </Item>
        <Item lead="工单。">
          您提交的分类、标题、问题描述、补充说明和附件，工作人员的答复和内部备注，您的评价；附件中可能有身份证、律师执业证等证件。用于答复您的问题、核对和更正登记信息。问题描述中请不要写身份证号码，证件请以附件上传。
        </Item>
        <Item lead="在线咨询。">
          您与客服往来的文字、图片和文件，是否已读，排队和接待的时间，客服的内部备注。用于即时答复您的问题；需要较长时间办理的，可以转为工单。对话内容保留24个月，您可以随时查看和下载。证件号码会自动隐去中间几位；客服不会向您索要密码或验证码。
        </Item>
        <Item lead="活动。">
          您报名的活动、报名表的内容、请假的原因和证明材料、缴费和退款、是否到场、签到和签退的时间与方式、缺席和因此受到的报名限制、抽签号、记入的学时。用于安排名额和会场、抽签、退费、登记到场、记录学时和出具学时证明，向您发送活动的通知。抽签核验页面只有抽签号，没有姓名。报名名单只由负责活动的工作人员和管理员查看；签到台的设备只有姓名、执业机构、分组和号码的后四位，活动结束48小时后清除。您生成日历订阅地址的，持有该地址的人可以读到您已报名的活动的名称、时间和地点；地址只显示一次，可以随时停用。
        </Item>
        <Item lead="常见问题与服务热线。">
          阅读常见问题不需要登录，不记录谁在阅读；您评价“有用”“没用”的，用于改进内容。拨打服务热线由您的手机完成，本程序不记录通话。
        </Item>
        <Item lead="证件照片。">
          您上传的证件照片，用于登记表和核对身份。照片的拍摄地点等信息在收到时即删除，原件最多保存一天。人脸比对须您另行单独同意，也可以选择由工作人员核验。
        </Item>
        <Item lead="信息补全。">
          您填写的教育、工作、任职、奖惩、业务等信息，用于会员登记、年度核对和《律师基本信息登记表》；政治面貌和党员信息用于行业党建。健康、婚姻、家庭成员、家庭住址、紧急联系人为选填，加密保存，工作人员打开时须写明事由，您可以在“谁看过我的信息”中查看。您所在的律所只能看到完成进度的百分比，看不到填写的内容和审核意见；律所核对您的证件号码时，只得到“一致”或“不一致”，并会告知您。
        </Item>
        <Item lead="账号与安全信息。">
          密码（只保存无法还原的摘要）、登录时间、网络地址、设备类型、操作记录。用于保护账号，以及查明证明由谁在何时申请、审核和出具。
        </Item>
        <Item lead="查看分享链接的人。">
          只记录打开的时间和大致的设备类型（例如“微信”），供提供链接的会员查看；不记录打开者的身份。
        </Item>
        <Item lead="核验证明的人。">核验不需要账号。为防止恶意试探，短时间内按网络地址计次，不另作记录。</Item>
      </Part>

      <Part heading="二、使用微信的哪些能力">
        <Box as="p">只在您使用相应功能时调用；不同意时该功能不可用，其他功能不受影响。</Box>
        {INTERFACES.map(([name, purpose, when]) => (
          <Box key={name} className={styles.interface}>
            <Box as="strong">{name}</Box>
            <Box as="p">用途：{purpose}。</Box>
            <Box as="p" className={styles.second}>
              时机：{when}。
            </Box>
          </Box>
        ))}
        <Box as="p">本小程序不取得位置、通讯录、相册、麦克风和摄像头。</Box>
      </Part>

      <Part heading="三、向谁提供">
        <Item lead="协会的工作人员。">
          工单只由负责该分类的工作人员和管理员查看；投诉和个人信息的请求只由管理员查看，被投诉的单位看不到您的投诉。提醒您的邮件和消息只写工单编号，不写内容。
        </Item>
        <Item lead="核验者和接收方。">
          持有证明上的二维码、核验链接或您创建的分享链接的人，可以看到该证明的内容和当前状态。分享链接可以随时停止。
        </Item>
        <Item lead="微信。">
          登录、手机号、订阅消息、支付由深圳市腾讯计算机系统有限公司和财付通支付科技有限公司提供；订阅消息中含有证明的编号、类型和办理结果，支付时含有订单编号、金额和费用名称（例如活动名称）。
        </Item>
        <Item lead="短信服务商。">
          您用短信确认手机号或者找回密码的，手机号和验证码由腾讯云计算（北京）有限责任公司用于发送短信。
        </Item>
        <Item lead="快递企业。">您选择寄送纸质证明的，收件人、电话和地址用于寄送。</Item>
        <Box as="p">
          除此以外，本会不向他人提供您的个人信息，法律、行政法规另有规定的除外；不向境外提供，不用于广告。
        </Box>
      </Part>

      <Part heading="四、保存在哪里，保存多久">
        <Item lead="保存地点。">中华人民共和国境内。</Item>
        <Item lead="保存期限。">
          已出具的证明及其申请、审核记录须长期可供核验，按协会档案管理的规定保存；上传后没有提交的材料自动删除；工单的文字随工单保存，附件在工单结束180天后清理，作为更正登记依据的除外；会籍终止后，信息补全中的身份证件保存180天，健康、婚姻、家庭等敏感信息保存365天；各项期限见“我的
          › 我的个人信息”；微信绑定在解除后删除；登录状态到期后失效。
        </Item>
        <Item lead="安全措施。">
          证件号码和工单中的证件附件加密保存，页面上的号码只显示首尾几位，查看完整号码、打开证件附件会留下记录；传输使用加密连接；工作人员按职责授权，操作留有不可改动的日志。
        </Item>
      </Part>

      <Part heading="五、您的权利">
        <Item lead="查阅、复制和更正。">
          登录后可查看本人（本机构）的登记信息；律师可在“我的 ›
          我的个人信息”下载本会保存的全部本人信息，身份证件除外。发现有误，请提交工单或与本会联系更正。
        </Item>
        <Item lead="撤回同意。">
          在本页可以撤回对本指引的同意，在“我的 › 微信绑定”可以解除绑定，在“我的 ›
          登录设备”可以注销设备，在微信的小程序设置中可以关闭订阅消息。撤回不影响此前已经进行的处理。
        </Item>
        <Item lead="删除和注销。">
          会员登记信息由本会依法保存，不能自行删除；选填的信息可以随时自行清空，到期的自动删除；您可以提交“个人信息的查询、更正、删除”工单，要求删除不再需要的其他信息。不再使用时，解除微信绑定、退出登录即可。
        </Item>
        <Item lead="答复。">
          本会在三十日内答复您的请求，工单页显示预计的时间（按办公时间计算）。对答复不满意的，可以向有关主管部门投诉。
        </Item>
      </Part>

      <Part heading="六、未成年人">
        <Box as="p">本服务面向律师和律师执业机构，不面向未成年人。</Box>
      </Part>

      <Part heading="七、本指引的修改">
        <Box as="p">
          处理的信息、用途或者接收方有变化时，本会发布新版并写明日期；在小程序中使用有关功能之前，会重新征得您的同意。
        </Box>
      </Part>

      {office ? (
        <Part heading="八、联系我们">
          <Box as="p">
            {office.association}，电话 <PhoneNumber number={office.registryPhone} />（<PhoneHours />
            ），地址：
            {office.officeAddress}。
          </Box>
        </Part>
      ) : null}
    </Box>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Box as="section" className={styles.part}>
      <Box as="h2" className={styles.heading}>
        {heading}
      </Box>
      {children}
    </Box>
  );
}

function Item({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <Box as="p">
      <Box as="strong">{lead}</Box>
      {children}
    </Box>
  );
}
