import { fieldsOf, json, textOf, type Asked, type Reply } from '../http.ts';
import { note, type World } from '../world.ts';
import { overQuota } from './quota.ts';
import { isSigned } from './signature.ts';

/** A text that was delivered. */
export interface SentText {
  at: number;
  to: string;
  template: string;
  params: string[];
  /** What whoever sent it knows it by. */
  reference: string;
  /** As the phone shows it. */
  words: string;
}

/** What the console of the provider would hand out, and what its reviewers have approved. */
export const SMS = {
  secretId: 'AKIDsandbox0000000000000000000000001',
  secretKey: 'sandboxonlysecretkey000000000001',
  appId: '1400006666',
  signName: '江海市律师协会',
  templates: {
    // Templates of codes take digits only, six at the most; others up to twelve characters a place.
    '1110001': '您的验证码为{1}，{2}分钟内有效，用于确认手机号。如非本人操作，请忽略本短信。',
    '1110002': '您的验证码为{1}，{2}分钟内有效，用于重设密码。请勿告诉他人，工作人员不会索取。',
    '1110003': '您的验证码为{1}，{2}分钟内有效，用于首次开通会员账号。请勿告诉他人，工作人员不会索取。',
    '1110004': '您的会员账号开通码为{1}-{2}，30天内有效，仅可使用一次。请勿告诉他人。',
    '1110005': '提醒您：{1}。如非本人或本所办理，请立即与协会联系。',
    '1110006': '您报名的活动“{1}”（{2}）已紧急取消，请勿前往。详情请登录会员系统查看。',
    '1110007': '“{1}”于{2}截止，您尚未完成，请登录会员系统办理；已办理的请忽略。',
  } as Record<string, string>,
};

/** The provider's clocks and ours may differ by so much (Tencent Cloud, Signature v3), seconds. */
const CLOCK_SKEW_S = 300;
const MAINLAND = /^\+861[3-9]\d{9}$/;

/** Whether a request is one to the API of texts: all of them go to the same path. */
export const isSms = ({ method, path, headers }: Asked): boolean =>
  method === 'POST' && path === '/' && headers['x-tc-action'] !== undefined;

/** Answers as sms.tencentcloudapi.com, SendSms and PullSmsSendStatusByPhoneNumber of 2021-01-11. */
export function serveSms(world: World, asked: Asked): Reply {
  const refusal = refusalOf(world, asked);
  if (refusal) return failure(world, refusal);
  const fields = fieldsOf(asked.body);
  const wrong = wrongFields(fields);
  if (wrong) return failure(world, wrong);
  if (textOf(asked.headers['x-tc-action']) === PULL) return pull(world, fields);
  const numbers = fields['PhoneNumberSet'];
  if (!Array.isArray(numbers) || numbers.length === 0) {
    return failure(world, ['MissingParameter.EmptyPhoneNumberSet', '传入的号码列表为空']);
  }
  const to = textOf(numbers[0]);
  const status = deliver(world, to.slice(3), fields);
  note(world, 'sms', `SendSms ${to}`, status.Code === 'Ok' ? '成功' : status.Code);
  const SerialNo = status.Code === 'Ok' ? `2640:${world.now()}` : '';
  const sent = { SerialNo, PhoneNumber: to, Fee: status.Code === 'Ok' ? 1 : 0, IsoCode: 'CN', ...status };
  return json({
    Response: { SendStatusSet: [{ ...sent, SessionContext: textOf(fields['SessionContext']) }], ...id() },
  });
}

const SEND = 'SendSms';
const PULL = 'PullSmsSendStatusByPhoneNumber';
/** Older texts are not told of, seconds. */
const KEPT_S = 7 * 86_400;

/** Texts to one number since a moment, with the reference of whoever sent them. */
function pull(world: World, { BeginTime, Offset, Limit, PhoneNumber }: Record<string, unknown>): Reply {
  const isRight =
    typeof BeginTime === 'number' && Offset === 0 && typeof Limit === 'number' && Limit > 0 && Limit <= 100;
  if (!isRight || world.now() / 1000 - BeginTime > KEPT_S) {
    return failure(world, ['InvalidParameterValue.BeginTimeVerifyFail', '起始时间、偏移量或条数有误']);
  }
  const found = world.texts.filter(({ to, at }) => `+86${to}` === PhoneNumber && at >= BeginTime * 1000);
  note(world, 'sms', `${PULL} ${textOf(PhoneNumber)}`, `${found.length} 条`);
  const PullSmsSendStatusSet = found.slice(0, Limit).map(({ at, to, reference }) => ({
    UserReceiveTime: Math.floor(at / 1000),
    CountryCode: '86',
    SubscriberNumber: to,
    PhoneNumber: `+86${to}`,
    SerialNo: `2640:${at}`,
    ReportStatus: 'SUCCESS',
    Description: 'DELIVRD',
    SessionContext: reference,
  }));
  return json({ Response: { PullSmsSendStatusSet, ...id() } });
}

type Fault = [code: string, message: string];
const id = () => ({ RequestId: crypto.randomUUID() });

function failure(world: World, [Code, Message]: Fault): Reply {
  note(world, 'sms', 'SendSms', Code);
  return json({ Response: { Error: { Code, Message }, ...id() } });
}

function refusalOf(world: World, asked: Asked): Fault | null {
  const header = (name: string) => textOf(asked.headers[name]);
  if (![SEND, PULL].includes(header('x-tc-action'))) return ['InvalidAction', 'The Action is invalid.'];
  if (header('x-tc-version') !== '2021-01-11') return ['NoSuchVersion', 'The Version does not exist.'];
  if (header('x-tc-region') === '') return ['MissingParameter', 'The request is missing the parameter `Region`.'];
  const timestamp = Number(header('x-tc-timestamp'));
  if (!(Math.abs(world.now() / 1000 - timestamp) <= CLOCK_SKEW_S)) {
    return ['AuthFailure.SignatureExpire', '签名过期。'];
  }
  if (!header('authorization').includes(`Credential=${SMS.secretId}/`)) {
    return ['AuthFailure.SecretIdNotFound', 'The SecretId is not found.'];
  }
  return isSigned(asked, { ...SMS, service: 'sms' })
    ? null
    : ['AuthFailure.SignatureFailure', '签名错误。请对照签名方法文档检查签名计算过程。'];
}

function wrongFields(fields: Record<string, unknown>): Fault | null {
  if (fields['SmsSdkAppId'] !== SMS.appId) {
    return ['UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId 校验失败'];
  }
  return null;
}

function deliver(world: World, to: string, fields: Record<string, unknown>): { Code: string; Message: string } {
  const refused = (Code: string, Message: string) => ({ Code, Message });
  const template = textOf(fields['TemplateId']);
  const words = SMS.templates[template];
  const params = Array.isArray(fields['TemplateParamSet']) ? fields['TemplateParamSet'].map(textOf) : [];
  if (!MAINLAND.test(`+86${to}`)) return refused('InvalidParameterValue.IncorrectPhoneNumber', '手机号格式错误');
  if (fields['SignName'] !== SMS.signName) {
    return refused('FailedOperation.SignatureIncorrectOrUnapproved', '签名未审批或格式错误');
  }
  if (words === undefined) return refused('FailedOperation.TemplateIncorrectOrUnapproved', '模板未审批或内容不匹配');
  const places = words.match(/\{\d\}/g)?.length ?? 0;
  const isCode = words.includes('验证码');
  const fits = (param: string) => (isCode ? /^\d{1,6}$/.test(param) : param !== '' && [...param].length <= 12);
  if (params.length !== places || !params.every(fits)) {
    return refused('InvalidParameterValue.TemplateParameterFormatError', '模板参数格式错误');
  }
  const over = overQuota(world, to);
  if (over) return refused(over, '下发短信条数超过设定的上限');
  const filled = words.replace(/\{(\d)\}/g, (_all, place: string) => params[Number(place) - 1] ?? '');
  const reference = textOf(fields['SessionContext']);
  world.texts.unshift({ at: world.now(), to, template, params, reference, words: `【${SMS.signName}】${filled}` });
  return { Code: 'Ok', Message: 'send success' };
}

/** Settings of bff/env.ts that lead here. */
export const smsSettings = (url: string): Record<string, string> => ({
  SMS_URL: url,
  SMS_SECRET_ID: SMS.secretId,
  SMS_SECRET_KEY: SMS.secretKey,
  SMS_APP_ID: SMS.appId,
  SMS_SIGN_NAME: SMS.signName,
  SMS_TEMPLATE_CONFIRM: '1110001',
  SMS_TEMPLATE_RESET: '1110002',
  SMS_TEMPLATE_ACTIVATE: '1110003',
  SMS_TEMPLATE_ACTIVATION: '1110004',
  SMS_TEMPLATE_NOTICE: '1110005',
  SMS_TEMPLATE_CANCELLED: '1110006',
  SMS_TEMPLATE_DUE: '1110007',
});
