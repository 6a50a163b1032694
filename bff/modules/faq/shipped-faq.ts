import type { FaqAudience, FaqCategory } from '../../contract/faq/enums.ts';

interface ShippedFaq {
  shippedAs: string;
  category: FaqCategory;
  question: string;
  answer: string;
  keywords: string;
  audience: FaqAudience;
}

/**
 * The eight questions of the guide to the members' card and the three of the guide to certificates, answered as this system
 * works.
 */
export const SHIPPED_FAQ: readonly ShippedFaq[] = [
  {
    shippedAs: 'sign-in',
    category: 'account',
    question: '怎样登录？提示账号或密码错误怎么办？',
    answer:
      '律师用执业证号登录，律所用执业许可证号或统一社会信用代码登录。首次使用请在登录页选择“首次开通”。\n\n密码连续输错5次会锁定15分钟，到时自动解除。忘记密码的，在登录页选择“忘记密码”。\n\n仍不能登录的，可由律所以本所账号提交“登录与密码”工单，或拨打服务热线。工作人员不会向您索要密码或验证码。',
    keywords: '账号 密码 登陆 登录 锁定 无法登录 首次开通 验证码 收不到',
    audience: 'everybody',
  },
  {
    shippedAs: 'transfer',
    category: 'registry',
    question: '已经转所，系统中的执业机构还是原来的，怎么办？',
    answer:
      '请提交“执业机构变更（转所）”工单，写明转入的执业机构和执业证上的变更日期，并上传新的律师执业证扫描件。协会核对后更新登记，更新后即可由新的执业机构申请证明。',
    keywords: '转所 执业机构 变更 律所 换所 调动',
    audience: 'everybody',
  },
  {
    shippedAs: 'name',
    category: 'registry',
    question: '姓名、执业证号或身份证号登记有误，怎样更正？',
    answer:
      '请按有误的项目提交工单：姓名错误、执业证号错误或身份证号错误，并上传律师执业证扫描件；姓名、身份证号还需上传身份证。\n\n请不要在文字中填写身份证号码，以扫描件为准。姓名和身份证号的更正须由协会两名工作人员核对。',
    keywords: '姓名 名字 更正 错误 执业证号 身份证号 登记信息 生僻字',
    audience: 'everybody',
  },
  {
    shippedAs: 'after-submission',
    category: 'form',
    question: '提交之后发现填错了，还能修改吗？',
    answer:
      '审核之前：在“我的申请”（电脑网页上是“我的证明”）中打开该申请，撤回后修改，再重新提交。\n\n已退回补正的：按退回意见修改后直接重新提交，不用另行申请。\n\n已出具证明的：请提交“证明、纸质证明”工单，说明错在哪里，由协会更正并重新出具，原证明随即失效。',
    keywords: '提交后 修改 填错 改错 重新提交 补正 退回',
    audience: 'everybody',
  },
  {
    shippedAs: 'not-filled',
    category: 'form',
    question: '页面显示“请填写”或有项目没有内容，怎么办？',
    answer:
      '标有 * 的项目必须填写，缺少的会在提交时逐项指出，按提示补齐即可。\n\n来自登记信息的内容（姓名、执业证号、执业机构等）不能在申请中填写；为空或有误的，请在“登记信息”中选择“信息有误”，或提交“其他登记信息”工单。',
    keywords: '待填写 必填 空白 没有内容 不能提交 缺少',
    audience: 'everybody',
  },
  {
    shippedAs: 'half-width',
    category: 'form',
    question: '输入数字、字母时提示格式不正确，怎么办？',
    answer:
      '数字、字母可以用全角或半角输入，系统会自动换成半角，中间的空格也会去掉。仍提示格式不正确的，请核对位数：律师执业证号为17位数字，统一社会信用代码为18位。\n\n从其他文件粘贴的内容可能带有看不见的字符，请按提示删除后手工输入。',
    keywords: '半角 全角 输入法 格式 数字 字母 空格 位数',
    audience: 'everybody',
  },
  {
    shippedAs: 'forgotten-password',
    category: 'account',
    question: '忘记密码怎么办？',
    answer:
      '在登录页选择“忘记密码”，填写账号，验证码会发送到您在“账户信息”中确认过的邮箱或手机号，填写验证码后设置新密码。\n\n没有确认过邮箱和手机号，或者已经不再使用的，请拨打服务热线，由工作人员核实身份后重置。',
    keywords: '忘记密码 重置密码 找回密码 验证码 邮箱 手机号 换手机',
    audience: 'everybody',
  },
  {
    shippedAs: 'support',
    category: 'support',
    question: '页面打不开、按钮没有反应，找谁？',
    answer:
      '请先刷新页面，或换用新版的 Chrome、Edge、微信，再试一次；360 等浏览器请切换到“极速模式”。\n\n仍有问题的，请提交“系统故障”工单，系统会附上所在页面、设备和错误编号，最好再附一张截图；急用请拨打服务热线。',
    keywords: '技术支持 打不开 白屏 报错 故障 浏览器 兼容模式 没有反应',
    audience: 'everybody',
  },
  {
    shippedAs: 'review-state',
    category: 'certificate',
    question: '申请提交后，怎样查看审核状态？',
    answer:
      '在“我的申请”（电脑网页上是“我的证明”）中可以看到每份申请的状态和办理经过。符合条件的申请由系统自动审核，通过后即可下载；需要人工审核的，结果会发送到“消息”和您填写的邮箱。',
    keywords: '审核 状态 进度 多久 什么时候 结果',
    audience: 'everybody',
  },
  {
    shippedAs: 'withdrawal',
    category: 'certificate',
    question: '提交的申请能撤回吗？',
    answer:
      '待审核的申请可以撤回：在“我的申请”（电脑网页上是“我的证明”）中打开该申请，选择“撤回”。撤回后可以修改内容，再次提交。已经审核通过的不能撤回，证明不再需要的，不下载、不使用即可。',
    keywords: '撤回 取消申请 撤销',
    audience: 'everybody',
  },
  {
    shippedAs: 'other-mailbox',
    category: 'certificate',
    question: '接收证明的邮箱填错了，或者想换一个邮箱，怎么办？',
    answer:
      '不用重新申请：在“我的申请”（电脑网页上是“我的证明”）中打开已出具的证明，可以直接下载，也可以发送到另一个邮箱。要更换登记的邮箱，请在“账户信息”中修改并确认。',
    keywords: '邮箱 换邮箱 填错邮箱 没收到 邮件 重新发送',
    audience: 'everybody',
  },
];
