/**
 * What WeChat's documentation says that its interfaces take (developers.weixin.qq.com/miniprogram/dev/api), for those
 * that this client and Taro's runtime use. A call with anything else fails the run: on a telephone it would be ignored
 * at best.
 */
type Kind = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'function' | 'buffer' | 'any';
interface Parameter {
  kinds: readonly Kind[];
  isRequired: boolean;
  /** The only values it takes. */
  values?: readonly unknown[];
  /** What is wrong with a value, in words. */
  check?: (value: unknown) => string | undefined;
}
export type Parameters = Record<string, Parameter>;

const may = (...kinds: Kind[]): Parameter => ({ kinds, isRequired: false });
const must = (...kinds: Kind[]): Parameter => ({ kinds, isRequired: true });
const oneOf = (...values: string[]): Parameter => ({ kinds: ['string'], isRequired: false, values });
const that = (parameter: Parameter, check: Parameter['check']): Parameter => ({ ...parameter, check });

const atMost = (length: number) => (value: unknown) =>
  (value as { length: number }).length > length ? `longer than ${length}` : undefined;
const absolute = (value: unknown) => (/^https?:\/\/[^/]+/.test(String(value)) ? undefined : 'not a whole address');
/** Header names WeChat forbids to set. */
const header = that(may('object'), (value) =>
  Object.keys(value as object).some((name) => /^referer$/i.test(name)) ? 'Referer cannot be set' : undefined,
);
const localPath = (value: unknown) => (/^(wxfile|http):\/\//.test(String(value)) ? undefined : 'not a local path');
/** Pages are opened by an absolute path. */
const pageUrl = (value: unknown) => (/^\/[\w/-]+(\?[^#\s]*)?$/.test(String(value)) ? undefined : 'not a page');
const tabUrl = (value: unknown) => (/^\/[\w/-]+$/.test(String(value)) ? undefined : 'a tab takes no parameters');

export const DOCUMENTED: Record<string, Parameters> = {
  login: { timeout: may('number') },
  request: {
    url: that(must('string'), absolute),
    data: may('string', 'object', 'buffer'),
    header,
    timeout: may('number'),
    method: oneOf('OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'),
    dataType: may('string'),
    responseType: oneOf('text', 'arraybuffer'),
    ...Object.fromEntries(
      ['useHighPerformanceMode', 'enableHttp2', 'enableQuic', 'enableCache', 'enableHttpDNS', 'enableChunked'].map(
        (name) => [name, may('boolean')],
      ),
    ),
    httpDNSServiceId: may('string'),
    forceCellularNetwork: may('boolean'),
    redirect: oneOf('follow', 'manual'),
  },
  uploadFile: {
    url: that(must('string'), absolute),
    filePath: that(must('string'), localPath),
    name: must('string'),
    header,
    formData: may('object'),
    timeout: may('number'),
    enableProfile: may('boolean'),
    enableHttp2: may('boolean'),
    enableQuic: may('boolean'),
  },
  navigateTo: {
    url: that(must('string'), pageUrl),
    events: may('object'),
    routeType: may('string'),
    routeConfig: may('object'),
    routeOptions: may('object'),
  },
  redirectTo: { url: that(must('string'), pageUrl) },
  reLaunch: { url: that(must('string'), pageUrl) },
  switchTab: { url: that(must('string'), tabUrl) },
  navigateBack: { delta: may('number') },
  setNavigationBarTitle: { title: must('string') },
  showToast: {
    title: must('string'),
    icon: oneOf('success', 'error', 'loading', 'none'),
    image: may('string'),
    duration: may('number'),
    mask: may('boolean'),
  },
  pageScrollTo: {
    scrollTop: may('number'),
    duration: may('number'),
    selector: may('string'),
    offsetTop: may('number'),
  },
  setClipboardData: { data: that(must('string'), (value) => (value === '' ? 'nothing to copy' : undefined)) },
  makePhoneCall: { phoneNumber: must('string') },
  openDocument: {
    filePath: that(must('string'), localPath),
    showMenu: may('boolean'),
    fileType: oneOf('doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'),
  },
  previewImage: {
    urls: must('array'),
    current: may('string'),
    showmenu: may('boolean'),
    referrerPolicy: may('string'),
  },
  chooseMessageFile: {
    count: that(must('number'), (value) => (Number(value) < 1 || Number(value) > 100 ? 'not 1–100' : undefined)),
    type: oneOf('all', 'video', 'image', 'file'),
    extension: may('array'),
  },
  // 「最多可以选择的文件个数，基础库2.25.0前，最多可支持9个文件，2.25.0及以后最多可支持20个文件」
  chooseMedia: {
    count: that(must('number'), (value) => (Number(value) < 1 || Number(value) > 20 ? 'not 1–20' : undefined)),
    mediaType: may('array'),
    sourceType: may('array'),
    sizeType: may('array'),
  },
  connectSocket: {
    url: must('string'),
    header,
    protocols: may('array'),
    tcpNoDelay: may('boolean'),
    perMessageDeflate: may('boolean'),
    timeout: may('number'),
    forceCellularNetwork: may('boolean'),
  },
  openLocation: {
    latitude: must('number'),
    longitude: must('number'),
    scale: may('number'),
    name: may('string'),
    address: may('string'),
  },
  addPhoneCalendar: {
    title: must('string'),
    // In seconds.
    startTime: that(must('number'), (value) => (/^\d{10}$/.test(String(value)) ? undefined : 'not seconds')),
    endTime: that(may('string'), (value) => (/^\d{10}$/.test(String(value)) ? undefined : 'not seconds as text')),
    allDay: may('boolean'),
    description: may('string'),
    location: may('string'),
    alarm: may('boolean'),
    alarmOffset: may('number'),
  },
  requestSubscribeMessage: {
    // 「一次调用最多可订阅3条消息」, five since 8.0.56; three everywhere.
    tmplIds: that(must('array'), atMost(3)),
  },
  requestPayment: {
    timeStamp: that(must('string'), (value) => (/^\d{10}$/.test(String(value)) ? undefined : 'not seconds as text')),
    nonceStr: that(must('string'), atMost(32)),
    package: that(must('string'), (value) => (String(value).startsWith('prepay_id=') ? undefined : 'not prepay_id=…')),
    signType: oneOf('MD5', 'HMAC-SHA256', 'RSA'),
    paySign: must('string'),
  },
  getRandomValues: { length: that(must('number'), (value) => (Number(value) > 1_048_576 ? 'too many' : undefined)) },
  requirePrivacyAuthorize: {},
  openPrivacyContract: {},
  stopPullDownRefresh: {},
  scanCode: { onlyFromCamera: may('boolean'), scanType: may('array') },
  getPrivacySetting: {},
  // FileSystemManager
  writeFile: { filePath: that(must('string'), localPath), data: must('string', 'buffer'), encoding: may('string') },
  unlink: { filePath: that(must('string'), localPath) },
  readFile: {
    filePath: that(must('string'), localPath),
    encoding: may('string'),
    position: may('number'),
    length: may('number'),
  },
};

/** What a page may answer to onShareAppMessage and onShareTimeline. */
export const CARDS: Record<'onShareAppMessage' | 'onShareTimeline', Parameters> = {
  onShareAppMessage: {
    title: must('string'),
    path: that(must('string'), pageUrl),
    imageUrl: must('string'),
    promise: may('object'),
  },
  onShareTimeline: { title: must('string'), query: must('string'), imageUrl: must('string') },
};

const CALLBACKS = ['success', 'fail', 'complete'];

/** Everything about a call that the documentation does not allow, in words. */
export function faultsOf(name: string, given: object, documented: Parameters | undefined = DOCUMENTED[name]): string[] {
  if (!documented) return [`${name} is not documented here`];
  const fields = Object.entries(given).filter(([, value]) => value !== undefined);
  const unknown = fields
    .filter(([key]) => !(key in documented) && !CALLBACKS.includes(key))
    .map(([key]) => `${name} knows no ${key}`);
  const callbacks = fields
    .filter(([key, value]) => CALLBACKS.includes(key) && typeof value !== 'function')
    .map(([key]) => `${name}: ${key} is no function`);
  const known = Object.entries(documented).flatMap(([key, parameter]) =>
    faultOf(parameter, (given as Record<string, unknown>)[key]).map((fault) => `${name}: ${key} ${fault}`),
  );
  return [...unknown, ...callbacks, ...known];
}

function faultOf({ kinds, isRequired, values, check }: Parameter, value: unknown): string[] {
  if (value === undefined) return isRequired ? ['is missing'] : [];
  if (!kinds.some((kind) => isOf(kind, value))) return [`is no ${kinds.join(' or ')}`];
  if (values && !values.includes(value)) return [`cannot be ${JSON.stringify(value)}`];
  const wrong = check?.(value);
  return wrong ? [`is ${wrong}`] : [];
}

// What comes from the program was made in its own context: no instanceof.
function isOf(kind: Kind, value: unknown): boolean {
  const tag = Object.prototype.toString.call(value);
  if (kind === 'any') return true;
  if (kind === 'array') return tag === '[object Array]';
  if (kind === 'buffer') return tag === '[object ArrayBuffer]';
  if (kind === 'object') return tag === '[object Object]';
  return typeof value === kind;
}
