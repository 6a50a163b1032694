import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { doorEndpoints } from '../../bff/contract/door/endpoints.ts';
import type { Direction, ScanWay } from '../../bff/contract/door/enums.ts';
import { MAX_SCANS } from '../../bff/contract/door/limits.ts';
import type { RosterEntry } from '../../bff/contract/door/replies.ts';
import { judge, standing, type Verdict } from './judge.ts';
import { Offline, post, Refused } from './post.ts';
import { signal } from './signals.ts';
import { countSent, countUnsent, keepDoor, keepScan, markSent, readScans, readUnsent, sendAllAgain } from './store.ts';
import { seal, takeOver, type OpenVault } from './vault.ts';

const SEND_EVERY_MS = 4_000;
/** A clock that is known a minute ago is known well enough. */
const KEEP_EVERY_MS = 60_000;
type Arrived = Map<number, { at: number; entrance: string }>;
/** `isEnded`: the server takes nothing from this device any more; it is opened anew, with what it has read. */
interface Link {
  isOnline: boolean;
  fault: string;
  isEnded: boolean;
  offsetMs: number;
}

/** The door that is open: judges what is read, keeps it on the device, and sends it whenever there is a network. */
export function useDoor(first: OpenVault) {
  const vault = useRef(first);
  const [entries, setEntries] = useState<RosterEntry[]>(first.secrets.roster.entries);
  const [arrived, setArrived] = useState<Arrived>(() => arrivedOf(first.secrets.roster.entries));
  /** Null: not counted yet. */
  const [unsent, setUnsent] = useState<number | null>(null);
  const [link, setLink] = useState<Link>({
    isOnline: navigator.onLine,
    fault: '',
    isEnded: false,
    offsetMs: first.door.offsetMs,
  });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { activityId, entrance, activityKey } = first.door;
  const byCode = useMemo(() => new Map(entries.map((entry) => [entry.code, entry])), [entries]);
  const others = useMemo(() => new Map(first.secrets.roster.others.map((one) => [one.id, one])), [first]);
  const now = () => Date.now() + vault.current.door.offsetMs;

  // After a reload what this device scanned itself is known again, though nothing may have been sent.
  useEffect(() => {
    void readScans(activityId).then((scans) => {
      const own = scans.filter(({ direction, registrationId }) => direction === 'in' && registrationId !== null);
      setArrived((known) => {
        const next: Arrived = new Map(known);
        for (const { registrationId, deviceAt, offsetMs } of own) {
          const at = deviceAt + offsetMs;
          const before = next.get(registrationId!);
          if (!before || at < before.at) next.set(registrationId!, { at, entrance });
        }
        return next;
      });
    });
    void countUnsent(activityId).then(setUnsent);
  }, [activityId, entrance]);

  const keep = useCallback(
    async (kept: { read: string; entry: RosterEntry | null; way: ScanWay; direction: Direction }) => {
      const { read, entry, way, direction } = kept;
      const scan = { read: read.slice(0, 200), registrationId: entry?.id ?? null, way, direction };
      await keepScan(activityId, { ...scan, deviceAt: Date.now(), offsetMs: Math.round(vault.current.door.offsetMs) });
      setUnsent(await countUnsent(activityId));
      if (entry && direction === 'in') {
        setArrived((known) => (known.has(entry.id) ? known : new Map(known).set(entry.id, { at: now(), entrance })));
      }
    },
    [activityId, entrance],
  );

  const show = useCallback((next: Verdict) => {
    signal(next.tone);
    setVerdict(next);
  }, []);

  const onRead = useCallback(
    async (read: string, direction: Direction) => {
      const found = await judge(read, { activityId, activityKey, others, byCode, arrived }, now());
      const isLeaving = direction === 'out' && found.entry !== null && found.tone !== 'no';
      if (found.isKept || isLeaving) await keep({ read, entry: found.entry, way: 'code', direction });
      show(isLeaving ? { ...found, tone: 'yes', words: '已签退' } : found);
    },
    [activityId, activityKey, others, byCode, arrived, keep, show],
  );

  const onHand = useCallback(
    async (entry: RosterEntry, direction: Direction, isForced = false) => {
      const found = standing(entry, { arrived });
      const isLeaving = direction === 'out' && found.tone !== 'no';
      if (found.isKept || isLeaving || isForced) await keep({ read: '', entry, way: 'hand', direction });
      if (isForced) show({ ...found, tone: 'yes', words: '已放行，工作人员事后核实' });
      else show(isLeaving ? { ...found, tone: 'yes', words: '已签退' } : found);
    },
    [arrived, keep, show],
  );

  const onWalkIn = useCallback(
    async (licenceNo: string) => {
      await keep({ read: licenceNo, entry: null, way: 'walkin', direction: 'in' });
      show({
        tone: 'yes',
        name: licenceNo,
        words: '已记录，联网后补报；没有名额或不符合条件的待核实',
        entry: null,
        isKept: true,
      });
    },
    [keep, show],
  );

  const isSending = useRef(false);
  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    let isRepeated = false;
    try {
      for (;;) {
        const batch = await readUnsent(activityId, MAX_SCANS);
        const scans = batch.map(({ activityId: _activity, isSent: _sent, ...scan }) => scan);
        const left = Math.max(0, (await countUnsent(activityId)) - batch.length);
        const { token } = vault.current.secrets;
        const since = vault.current.door.since;
        const answer = await post(doorEndpoints.sendScans, { token, scans, sentAt: Date.now(), waiting: left, since });
        await markSent(batch);
        if (!isRepeated && answer.kept < (await countSent(activityId))) {
          isRepeated = true;
          await sendAllAgain(activityId);
        }
        await learn(vault, answer.now, answer.arrived);
        setArrived((known) => merged(known, answer.arrived));
        const waiting = await countUnsent(activityId);
        setUnsent(waiting);
        setLink({ isOnline: true, fault: '', isEnded: false, offsetMs: vault.current.door.offsetMs });
        if (waiting === 0) return;
      }
    } catch (error) {
      const fault = error instanceof Offline ? '' : error instanceof Error ? error.message : '上传失败';
      const isEnded = error instanceof Refused && error.code === 'forbidden';
      setLink((known) => ({ ...known, isOnline: false, fault, isEnded }));
    } finally {
      isSending.current = false;
    }
  }, [activityId]);

  /** The list of names anew: who signed up or gave back since. Throws Offline, Refused. */
  const refresh = useCallback(async () => {
    const roster = await post(doorEndpoints.readRoster, { token: vault.current.secrets.token });
    vault.current = { ...vault.current, secrets: { ...vault.current.secrets, roster } };
    vault.current.door.downloadedAt = Date.parse(roster.now);
    vault.current = await seal(vault.current);
    await keepDoor(vault.current.door);
    setEntries(roster.entries);
    setArrived((known) => new Map([...known, ...arrivedOf(roster.entries)]));
  }, []);

  /** Makes this device one of the door once more, with a session of staff, and sends everything. Throws Offline, Refused. */
  const reopen = useCallback(async () => {
    const former = vault.current.secrets.token;
    const opened = await post(doorEndpoints.openDoor, { entrance, former }, { id: String(activityId) });
    vault.current = await takeOver(vault.current, opened);
    await keepDoor(vault.current.door);
    setEntries(opened.entries);
    await send();
  }, [activityId, entrance, send]);

  /** Says that nothing more will come; without a network staff have to say so. */
  const sayLeft = useCallback(async () => {
    const { token } = vault.current.secrets;
    const nothing = { token, scans: [], sentAt: Date.now(), waiting: 0, since: vault.current.door.since };
    await post(doorEndpoints.sendScans, { ...nothing, isLeaving: true }).catch(() => undefined);
  }, []);

  useEffect(() => {
    void send();
    const timer = setInterval(() => void send(), SEND_EVERY_MS);
    const soon = () => void send();
    window.addEventListener('online', soon);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', soon);
    };
  }, [send]);

  const downloadedAt = vault.current.door.downloadedAt;
  const acts = { onRead, onHand, onWalkIn, send, refresh, reopen, sayLeft };
  return { entries, arrived, unsent, link, verdict, downloadedAt, setVerdict, ...acts };
}

const arrivedOf = (entries: readonly RosterEntry[]): Arrived =>
  new Map(
    entries.flatMap(({ id, arrivedAt, entrance }) =>
      arrivedAt === null ? [] : [[id, { at: Date.parse(arrivedAt), entrance }] as const],
    ),
  );

function merged(known: Arrived, news: readonly { id: number; at: string; entrance: string }[]): Arrived {
  if (news.length === 0) return known;
  const next = new Map(known);
  for (const { id, at, entrance } of news) next.set(id, { at: Date.parse(at), entrance });
  return next;
}

/** Takes the server's clock over, and who came in elsewhere, so that a reload without a network knows it too. */
async function learn(
  vault: { current: OpenVault },
  now: string,
  news: readonly { id: number; at: string; entrance: string }[],
): Promise<void> {
  const since = Date.parse(now);
  const door = { ...vault.current.door, offsetMs: since - Date.now(), since };
  const byId = new Map(news.map((one) => [one.id, one]));
  const { roster } = vault.current.secrets;
  const entries = roster.entries.map((entry) => {
    const here = byId.get(entry.id);
    return here ? { ...entry, arrivedAt: here.at, entrance: here.entrance } : entry;
  });
  const next = { ...vault.current, door, secrets: { ...vault.current.secrets, roster: { ...roster, entries } } };
  const isStale = since - vault.current.door.since > KEEP_EVERY_MS;
  vault.current = news.length > 0 ? await seal(next) : next;
  if (news.length > 0 || isStale) await keepDoor(vault.current.door);
}
