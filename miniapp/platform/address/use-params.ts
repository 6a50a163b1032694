import Taro from '@tarojs/taro';

/** Parameters of the page's address, decoded (neither router decodes them). */
export function useParams(): Readonly<Record<string, string | undefined>> {
  const { params } = Taro.useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === undefined ? undefined : decode(value)]),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
