/** What a program gives to wx.request and wx.uploadFile. */
type Asked = Record<string, unknown>;

/** What WeChat on a telephone calls itself in every request: without it the server takes Node for a robot. */
const WECHAT =
  'Mozilla/5.0 (Linux; Android 14; 22041211AC Build/UP1A.231005.007) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300333 MMWEBSDK/20241202 ' +
  'MicroMessenger/8.0.55.2780(0x28003737) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64 MiniProgramEnv/android';

/** What wx.request does with a url, against a server of the test. */
export async function request(server: string, given: Asked): Promise<object> {
  const { pathname, search } = new URL(String(given.url));
  const response = await fetch(`${server}${pathname}${search}`, {
    method: typeof given.method === 'string' ? given.method : 'GET',
    headers: { 'user-agent': WECHAT, ...(given.header as Record<string, string>) },
    ...(typeof given.data === 'string' ? { body: given.data } : {}),
  });
  const bytes = await response.arrayBuffer();
  const data = given.responseType === 'arraybuffer' ? bytes : jsonOrText(new TextDecoder().decode(bytes));
  return { statusCode: response.status, data, header: Object.fromEntries(response.headers) };
}

/** What wx.uploadFile does: a form whose file is called as its copy on the telephone. */
export async function send(server: string, given: Asked, files: Map<string, Uint8Array>): Promise<object> {
  const path = String(given.filePath);
  const form = new FormData();
  form.append(
    String(given.name),
    new Blob([Buffer.from(files.get(path) ?? [])]),
    path.slice(path.lastIndexOf('/') + 1),
  );
  const response = await fetch(`${server}${new URL(String(given.url)).pathname}`, {
    method: 'POST',
    headers: { 'user-agent': WECHAT, ...(given.header as Record<string, string>) },
    body: form,
  });
  return { statusCode: response.status, data: await response.text() };
}

// WeChat parses what looks like JSON and passes on the rest (dataType: json, the default).
function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
