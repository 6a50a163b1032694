// Pages whose layout is measured: address → what stands there once it has been drawn.

export const EVERYBODYS = {
  '/sign-in': '会员登录',
  '/activate': '开通账号',
  '/forgotten': '忘记密码',
  '/verify': '用文件核验',
  '/privacy': '隐私保护指引',
  '/draw?code=unknown-code-unknown-c': '没有找到',
  '/oidc': '登录没有成功或已经过期',
  '/nowhere': '返回首页',
};
export const MEMBERS = {
  '/': '最近的申请',
  '/apply': '登记信息',
  '/applications': '申请时间',
  '/account': '更正登记信息',
  '/inbox': '未读',
  '/bulk': '批量申请记录',
  '/archive': '机构类别',
  '/firm-lawyers': '核对证件号',
  '/firm-hours': '未修满的',
  '/joining': '律师转入本所',
  '/tickets': '提交新工单',
  '/ticket-form': '问题描述',
  '/activities': '正在报名活动',
  '/firm-sign-up?id=999999': '没有找到',
  '/search': '查找',
  '/notices': '安全提醒不能关闭',
  '/chat': '服务时间',
  '/announcements': '目前没有通知公告',
  '/correction-form': '信息有误',
  '/contacts': '账户信息',
  '/profile': '由律师用本人的账号办理',
  '/password': '再次输入',
  '/wechat-bindings': '微信绑定',
  '/devices': '本设备',
  '/verify': '用文件核验',
};

/** Of a lawyer: what a firm has not. */
export const LAWYERS = {
  '/activities': '正在报名活动',
  '/activities?view=own': '您还没有报名活动',
  '/activities?view=hours': '申报校外学时',
  '/activity-series?id=999999': '没有找到',
  '/activity-limits': '缺席记录',
  '/external-hours': '您还没有申报校外学时',
  '/external-hours-form': '提交申报',
  '/profile': '教育经历',
  '/profile-section?section=basic': '核对结果',
  '/own-file': '个人档案',
  '/profile-views': '查看人以岗位',
  '/my-data': '下载我的信息',
  '/photo': '照片要求',
  '/registration-form': '登记表',
};

/** Of a lawyer, what a firm has as well and what leads on from there. */
export const MEMBERS_ALIKE = {
  '/': '最近的申请',
  '/apply': '登记信息',
  '/account': '更正登记信息',
  '/archive': '执业证号',
  '/contacts': '账户信息',
};
