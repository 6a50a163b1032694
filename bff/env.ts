import { existsSync } from 'node:fs';
import { z } from 'zod';
import { keepsState } from './platform/singletons.ts';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const milliseconds = z.coerce.number().int().positive();
const path = z.string().min(1);
/** Of a seal on file: digits, with letters for some makers. */
const sealNumber = z.string().regex(/^[0-9A-Za-z-]{8,40}$/);
/** Keys of a WeChat template and what each is given. */
const template = z
  .string()
  .regex(/^[\w-]{10,64}:([a-z_]+\d+=(number|type|result|time|remark))(,[a-z_]+\d+=(number|type|result|time|remark))*$/);

const auditKey = z
  .base64()
  .refine((value) => Buffer.from(value, 'base64').length >= 32, 'must be at least 32 bytes in base64');
/** Values with commas between them, at least `least` different ones. */
const list = <T extends z.ZodType<string, string>>(value: T, least: number) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(value))
    .refine((values) => new Set(values).size >= least, `must be at least ${least}, with commas between them`);

/** Every setting of the server: name, meaning, default. Nothing else reads process.env. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),

  /** Where to listen. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Where a process without web (--serve=worker) answers /healthz, /readyz and /metrics; without it nowhere. */
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  /** Address that members type; links in letters, messages and QR codes begin with it. Default: this host and port. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Number of reverse proxies in front whose X-Forwarded-* headers are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),

  /** Embedded database, files and keys live here. */
  DATA_DIR: path.default('.data'),
  /** mysql://user:password@host:port/database; without it SQLite in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^(mysql|mariadb)$/ }).optional(),
  /** Connections to MySQL that one process may hold. */
  DATABASE_POOL: z.coerce.number().int().min(1).default(20),
  /** redis://…; without it, in process: then web and worker must be one process. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),

  /** 32 bytes in base64 from which all keys for stored data are derived; without it made once in DATA_DIR/keys. */
  DATA_KEY: z
    .base64()
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),

  /** At least 32 bytes in base64 by which the audit log is sealed; kept away from DATA_KEY. Without it made once in DATA_DIR/audit. */
  AUDIT_KEY: auditKey.optional(),
  /** Keys that sealed the log before, newest first: they verify, they seal nothing. */
  AUDIT_FORMER_KEYS: list(auditKey, 1).optional(),
  /** Addresses of two or more people who get count and end of the audit log every week. */
  AUDIT_MAIL_TO: list(z.email(), 2).optional(),

  /** smtp(s)://user:password@host:port; the default is the catcher of scripts/sandbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).default('smtp://127.0.0.1:2525'),
  MAIL_FROM: z.string().min(3).default('no-reply@lvzheng.localhost'),

  /** S3-compatible service for issued files; without S3_BUCKET they lie in DATA_DIR/files. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),

  /** Folder with further fonts (ttf, otf) for characters that ours lack; without it Debian's fonts-hanazono if installed. */
  FONTS_DIR: path.refine((folder) => existsSync(folder), 'there is no such folder').optional(),

  /** PEM files of the certificate that signs; without them a sandbox CA, labelled as such. */
  SIGNER_KEY_FILE: path.optional(),
  SIGNER_CERT_FILE: path.optional(),
  SIGNER_CHAIN_FILE: path.optional(),
  /** Certificates that signed before the present one, PEM: what they signed goes on being ours. */
  SIGNER_FORMER_FILE: path.optional(),
  /** Authorities, PEM: a signing certificate whose chain ends in one of them is official; any other says 测试. */
  SIGNER_TRUSTED_CA_FILE: path.optional(),
  /** RFC 3161 time-stamp service (PAdES B-T); only test letters may do without (PAdES B-B). */
  TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  /**
   * 印章编码 under which the association's 电子印章 is filed (《电子印章管理办法》), and that of its finance seal. Without it an
   * official paper carries no seal, and says so.
   */
  SEAL_NUMBER: sealNumber.optional(),
  FINANCE_SEAL_NUMBER: sealNumber.optional(),

  /** The mini-program; without both there is no sign-in by WeChat. */
  WECHAT_APPID: z.string().min(1).optional(),
  WECHAT_SECRET: z.string().min(1).optional(),
  /** The official account whose web authorisation and JS-SDK serve pages opened inside WeChat. */
  WECHAT_WEB_APPID: z.string().min(1).optional(),
  WECHAT_WEB_SECRET: z.string().min(1).optional(),
  /** Subscribe-message templates chosen in the mini-program's console, as `id:character_string1=number,thing2=type`. */
  WECHAT_TEMPLATE_DECIDED: template.optional(),
  WECHAT_TEMPLATE_PAPER: template.optional(),
  WECHAT_TEMPLATE_STANDING: template.optional(),
  WECHAT_TEMPLATE_ANSWERED: template.optional(),
  WECHAT_TEMPLATE_ACTIVITY: template.optional(),
  /** Files that WeChat looks for at our address, as `name.txt=content,…`: they prove that it is ours. */
  WECHAT_DOMAIN_FILES: z
    .string()
    .regex(/^[\w-]+\.txt=[\w-]+(,[\w-]+\.txt=[\w-]+)*$/)
    .optional(),
  WECHAT_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.weixin.qq.com'),
  WECHAT_AUTHORIZE_URL: z.url({ protocol: /^https?$/ }).default('https://open.weixin.qq.com/connect/oauth2/authorize'),

  /** The association's own site as an OpenID provider; all three or none. Its issuer, as it writes it. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What members call that site. */
  OIDC_NAME: z.string().min(1).max(12).default('会员中心'),

  /** Tencent Cloud SMS, for codes to telephones; without all of them there are none. */
  SMS_SECRET_ID: z.string().min(1).optional(),
  SMS_SECRET_KEY: z.string().min(1).optional(),
  SMS_APP_ID: z.string().min(1).optional(),
  /** The approved signature, without its brackets. */
  SMS_SIGN_NAME: z.string().min(1).optional(),
  /** Approved templates of a code: {1} the code, {2} the minutes for which it is good. */
  SMS_TEMPLATE_CONFIRM: z.string().min(1).optional(),
  SMS_TEMPLATE_RESET: z.string().min(1).optional(),
  /** Further templates, each as good as absent: {1} code and {2} minutes of a first use; {1}-{2} an activation code; {1} a notice. */
  SMS_TEMPLATE_ACTIVATE: z.string().min(1).optional(),
  SMS_TEMPLATE_ACTIVATION: z.string().min(1).optional(),
  SMS_TEMPLATE_NOTICE: z.string().min(1).optional(),
  /** Of an activity that is cancelled at short notice: {1} its title, {2} when it was to begin. */
  SMS_TEMPLATE_CANCELLED: z.string().min(1).optional(),
  /** Of what has to be done today: {1} what, {2} the day. */
  SMS_TEMPLATE_DUE: z.string().min(1).optional(),
  SMS_URL: z.url({ protocol: /^https?$/ }).default('https://sms.tencentcloudapi.com'),

  /** Tencent Cloud FaceID, which compares a photo with name and number; without both staff verify every photo. */
  FACE_SECRET_ID: z.string().min(1).optional(),
  FACE_SECRET_KEY: z.string().min(1).optional(),
  FACE_URL: z.url({ protocol: /^https?$/ }).default('https://faceid.tencentcloudapi.com'),

  /** The merchant at WeChat Pay; without it nothing can be paid online. */
  WECHATPAY_MCHID: z.string().min(1).optional(),
  /** apiclient_key.pem and apiclient_cert.pem of the merchant platform. */
  WECHATPAY_KEY_FILE: path.optional(),
  WECHATPAY_CERT_FILE: path.optional(),
  /** The APIv3 key: 32 characters. */
  WECHATPAY_API_V3_KEY: z.string().length(32).optional(),
  /** Public-key mode; without both, platform certificates are fetched. */
  WECHATPAY_PUBLIC_KEY_ID: z.string().startsWith('PUB_KEY_ID_').optional(),
  WECHATPAY_PUBLIC_KEY_FILE: path.optional(),
  WECHATPAY_URL: z.url({ protocol: /^https?$/ }).default('https://api.mch.weixin.qq.com'),

  /** host:port of clamd, which looks for malware in what members send to the desk; without it files are marked 未扫描. */
  CLAMAV_ADDRESS: z
    .string()
    .regex(/^\[?[\w.:-]+\]?:\d{1,5}$/)
    .optional(),

  /** Address of scripts/sandbox, shown below /sandbox; never set where real members sign in. */
  SANDBOX_URL: z.url({ protocol: /^http$/ }).optional(),

  ASSOCIATION_NAME: z.string().min(1).default('江海市律师协会'),

  /** Worker threads that compile letters. */
  WORKERS: z.coerce.number().int().min(1).default(2),
  /** Jobs one process works on at the same time. */
  JOB_CONCURRENCY: z.coerce.number().int().min(1).default(4),
  /** A job whose worker died is due again after this many ms; the worker renews it every third of it. */
  JOB_LEASE_MS: milliseconds.default(30_000),
  /** Days after which the file of an export is removed: it holds members' personal data. */
  EXPORT_KEEP_DAYS: z.coerce.number().int().min(1).max(90).default(7),
  /** Days after a ticket has ended in which its files are kept; what proves a change of the registry stays. */
  TICKET_FILE_KEEP_DAYS: z.coerce.number().int().min(30).max(3_650).default(180),
  /** How often an idle worker looks for due jobs when nothing woke it, in ms. */
  JOB_POLL_MS: milliseconds.default(1_000),

  /** Cookies only over HTTPS; switch off only for http://localhost. Default: whether PUBLIC_URL is https. */
  SECURE_COOKIES: flag.optional(),
});

export type Env = z.output<typeof settings> & { PUBLIC_URL: string; SECURE_COOKIES: boolean };

/** Thrown with every fault at once, so that a deployment is mended in one go. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Reads settings from `source`; an empty value counts as not set. Throws EnvError that names every faulty key. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(given);
  const faults = parsed.success
    ? faultsAcrossKeys(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || faults.length > 0) {
    throw new EnvError(['Settings that need to be mended:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
  const { HOST, PORT } = parsed.data;
  // An IPv6 address stands in brackets (RFC 3986, 3.2.2).
  const listening = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
  const PUBLIC_URL = (parsed.data.PUBLIC_URL ?? listening).replace(/\/+$/, '');
  return {
    ...parsed.data,
    PUBLIC_URL,
    SECURE_COOKIES: parsed.data.SECURE_COOKIES ?? PUBLIC_URL.startsWith('https:'),
  };
}

function faultsAcrossKeys(values: z.output<typeof settings>): string[] {
  const faults: string[] = [];
  const isProduction = values.NODE_ENV === 'production';
  if (Boolean(values.SIGNER_KEY_FILE) !== Boolean(values.SIGNER_CERT_FILE)) {
    faults.push('SIGNER_KEY_FILE, SIGNER_CERT_FILE: set both or neither');
  }
  if (values.SIGNER_TRUSTED_CA_FILE && !values.SIGNER_KEY_FILE) {
    faults.push('SIGNER_TRUSTED_CA_FILE: says nothing without SIGNER_KEY_FILE and SIGNER_CERT_FILE');
  }
  if (values.SIGNER_KEY_FILE && (values.SIGNER_TRUSTED_CA_FILE || isProduction) && !values.TSA_URL) {
    faults.push('TSA_URL: needed with a signing key, or whoever holds it chooses the date');
  }
  const s3 = [values.S3_BUCKET, values.S3_ACCESS_KEY_ID, values.S3_SECRET_ACCESS_KEY];
  if (s3.some(Boolean) && !s3.every(Boolean)) {
    faults.push('S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: set all or none');
  }
  faults.push(...allOrNone(values, ['WECHAT_APPID', 'WECHAT_SECRET']));
  faults.push(...allOrNone(values, ['WECHAT_WEB_APPID', 'WECHAT_WEB_SECRET']));
  faults.push(...allOrNone(values, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']));
  if (isProduction && values.OIDC_ISSUER?.startsWith('http:')) {
    faults.push('OIDC_ISSUER: must be https in production, whoever is between could be anybody');
  }
  faults.push(
    ...allOrNone(values, [
      'SMS_SECRET_ID',
      'SMS_SECRET_KEY',
      'SMS_APP_ID',
      'SMS_SIGN_NAME',
      'SMS_TEMPLATE_CONFIRM',
      'SMS_TEMPLATE_RESET',
    ]),
  );
  faults.push(...allOrNone(values, ['FACE_SECRET_ID', 'FACE_SECRET_KEY']));
  faults.push(...allOrNone(values, ['WECHATPAY_PUBLIC_KEY_ID', 'WECHATPAY_PUBLIC_KEY_FILE']));
  faults.push(
    ...allOrNone(values, ['WECHATPAY_MCHID', 'WECHATPAY_KEY_FILE', 'WECHATPAY_CERT_FILE', 'WECHATPAY_API_V3_KEY']),
  );
  if (isProduction && !values.PUBLIC_URL) {
    faults.push('PUBLIC_URL: needed in production, QR codes on paper begin with it');
  }
  if (isProduction && !values.AUDIT_KEY) {
    faults.push('AUDIT_KEY: needed in production; 32 random bytes in base64, kept away from DATA_KEY');
  }
  if (
    values.AUDIT_KEY !== undefined &&
    [values.DATA_KEY, ...(values.AUDIT_FORMER_KEYS ?? [])].includes(values.AUDIT_KEY)
  ) {
    faults.push('AUDIT_KEY: must be another than DATA_KEY and AUDIT_FORMER_KEYS');
  }
  if (isProduction && values.SANDBOX_URL) {
    faults.push('SANDBOX_URL: never in production, everybody reads its mails and codes and pays with its money');
  }
  return faults;
}

function allOrNone(values: z.output<typeof settings>, keys: (keyof z.output<typeof settings>)[]): string[] {
  const given = keys.filter((key) => values[key] !== undefined);
  return given.length === 0 || given.length === keys.length ? [] : [`${keys.join(', ')}: set all or none`];
}

function readEnvOrExit(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

export const env: Env = readEnvOrExit();
keepsState(() => {
  for (const name of Object.keys(env)) delete env[name as keyof Env];
  Object.assign(env, readEnvOrExit());
});
