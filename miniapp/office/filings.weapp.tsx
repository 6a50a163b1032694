/** WeChat shows the filing of a mini-program by itself. */
export function Filings(): null {
  return null;
}
