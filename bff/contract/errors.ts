/** Every error a client can receive: HTTP status and the sentence a member reads. One list, the rest derived. */
export const ERRORS = {
  invalid_fields: { status: 422, message: '有几处需要修改，请按提示更正后再提交' },
  bad_request: { status: 400, message: '请求格式有误' },
  not_signed_in: { status: 401, message: '请先登录' },
  wrong_credentials: { status: 401, message: '账号或密码不正确' },
  wechat_refused: { status: 401, message: '微信登录没有成功，请重新打开本页再试' },
  wechat_not_bound: { status: 404, message: '此微信还没有绑定会员账号' },
  wechat_phone_unmatched: { status: 409, message: '此手机号没有对应到唯一的会员，请用账号和密码绑定' },
  oidc_refused: { status: 401, message: '登录没有成功或已经过期，请重新进入' },
  oidc_not_bound: { status: 404, message: '此账号还没有绑定本系统的会员账号' },
  locked: { status: 429, message: '密码连续输错5次，请15分钟后再试' },
  second_factor_required: { status: 401, message: '请输入二次验证码' },
  second_factor_setup_required: { status: 403, message: '您的角色须开启二次验证，请先完成设置' },
  password_change_required: { status: 403, message: '请先设置新密码' },
  account_held: { status: 403, message: '账号刚刚开通，尚未启用全部服务' },
  forbidden: { status: 403, message: '您没有权限进行此操作' },
  bad_origin: { status: 403, message: '请求来源不受信任，请从本系统页面操作' },
  not_found: { status: 404, message: '没有找到您要的内容' },
  wrong_state: { status: 409, message: '当前状态下不能进行此操作' },
  already_decided: { status: 409, message: '该申请已被处理' },
  changed_meanwhile: { status: 409, message: '内容已被他人修改，请刷新后重试' },
  idempotency_conflict: { status: 409, message: '该次提交已用于另一份申请，请重新填写' },
  duplicate: { status: 409, message: '记录已存在' },
  too_large: { status: 413, message: '提交的内容过大' },
  too_many_requests: { status: 429, message: '操作过于频繁，请稍后再试' },
  internal: { status: 500, message: '系统出现问题，您填写的内容没有丢失，请稍后重试' },
  storage_full: { status: 507, message: '系统存储空间已满，本次内容没有保存。请稍后再试，急用请联系协会' },
  unavailable: { status: 503, message: '服务暂时不可用，请稍后重试' },
} as const satisfies Record<string, { status: number; message: string }>;
export type ErrorCode = keyof typeof ERRORS;

/** Faults by field path (`paper.copies`), each in words that say how to mend it. */
export type FieldFaults = Record<string, string>;

export type { ErrorReply } from './reply-parts.ts';
