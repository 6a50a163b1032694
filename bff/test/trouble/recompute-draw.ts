/**
 * Recomputes a draw from the answer of its public page alone, which it reads from standard input: it knows nothing of the
 * program, only what the page says of the procedure. Says what holds, and the order of the tickets.
 */
import { text } from 'node:stream/consumers';

interface Page {
  commitment: string;
  listHash: string;
  outcome: string;
  seed: string;
  tickets: { ticket: string; groupId: number }[];
}
const page = JSON.parse(await text(process.stdin)) as Page;
const utf8 = (words: string) => new TextEncoder().encode(words);
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hexOf = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((n) => n.toString(16).padStart(2, '0')).join('');
const sha256 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

const seed = bytesOf(page.seed);
const lines = page.tickets.map(({ ticket, groupId }) => `${ticket},${groupId}\n`).sort();
const listHash = await sha256(utf8(lines.join('')));
const parts = [...seed, ...new Uint8Array(listHash), ...utf8(page.outcome)];
const raw = await sha256(Uint8Array.from(parts));
const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
const lots: [string, string][] = [];
for (const { ticket } of page.tickets) {
  lots.push([hexOf(await crypto.subtle.sign('HMAC', key, utf8(ticket))), ticket]);
}
lots.sort();
process.stdout.write(
  JSON.stringify({
    seedHolds: hexOf(await sha256(seed)) === page.commitment,
    listHolds: hexOf(listHash) === page.listHash,
    order: lots.map(([, ticket]) => ticket),
  }),
);
