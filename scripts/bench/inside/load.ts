/** Process that asks one server as fast as it answers. Argument: a Load as JSON. */
import autocannon from 'autocannon';

export interface Load {
  address: string;
  /** Paths with their Authorization, asked in turn. */
  requests: { path: string; bearer?: string }[];
  /** For how long, or how many. */
  until: { seconds: number } | { answers: number };
}
export interface LoadReport {
  answers: number;
  seconds: number;
}

/** Enough to keep the server busy, few enough that nobody queues long. */
const CONNECTIONS = 16;

const { address, requests, until } = JSON.parse(process.argv[2] ?? '') as Load;
const result = await autocannon({
  url: address,
  connections: CONNECTIONS,
  ...('seconds' in until ? { duration: until.seconds } : { amount: until.answers }),
  requests: requests.map(({ path, bearer }) => ({
    path,
    method: 'GET',
    ...(bearer && { headers: { authorization: `Bearer ${bearer}` } }),
  })),
});
const failed = result.errors + result.timeouts + result.non2xx;
if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${address} failed`);
process.send?.({ answers: result.requests.total, seconds: result.duration } satisfies LoadReport);
process.disconnect();
