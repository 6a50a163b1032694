import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { HOUR_MS, toShanghaiMinute } from '../../contract/dates.ts';
import { isFull } from '../../test/heavy.ts';
import { faultsOf, instantsOf, odditiesOf } from '../../contract/activities/windows.ts';
import {
  inWords,
  lengthened,
  offerToldFrom,
  offerUntil,
  phaseOf,
  promiseOf,
  rightsOf,
  type Promised,
  type Windows,
} from './rules.ts';

const at = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
const O = at('2026-12-01 09:00');
const E = at('2026-12-10 18:00');
const B = at('2026-12-12 14:00');
const F = at('2026-12-12 17:00');
const six = instantsOf({ opensAt: O, closesAt: E, beginsAt: B, endsAt: F, cancelHours: 24, leaveHours: 2 });
const { cancelUntil: C, leaveUntil: L } = six;
const activity: Windows = { ...six, state: 'published', advanceLeave: true };
const own: Promised = { state: 'registered', ...promiseOf(activity) };

const isOpen = (right: object) => 'until' in right;

/** What is possible: s(ign up), c(ancel), l(eave). */
function possible(now: number, more: Partial<Windows> = {}): string {
  const windows = { ...activity, ...more };
  const { cancel, leave } = rightsOf(windows, { ...own, ...promiseOf(windows) }, now);
  return [
    isOpen(rightsOf(windows, null, now).signUp) ? 's' : '',
    isOpen(cancel) ? 'c' : '',
    isOpen(leave) ? 'l' : '',
  ].join('');
}

describe('every window is half-open: at −1 ms, 0, +1 ms', () => {
  test.each<[string, number, [string, string, string]]>([
    ['O', O, ['c', 'sc', 'sc']],
    ['C', C, ['sc', 'sl', 'sl']],
    ['E', E, ['sl', 'l', 'l']],
    ['L', L, ['l', '', '']],
    ['B', B, ['', '', '']],
    ['F', F, ['', '', '']],
  ])('%s', (_name, instant, expected) => {
    expect([-1, 0, 1].map((ms) => possible(instant + ms))).toEqual(expected);
  });

  test('without 预约请假 nothing can be undone between C and E', () => {
    expect([-1, 0, 1].map((ms) => possible(C + ms, { advanceLeave: false }))).toEqual(['sc', 's', 's']);
    expect([-1, 0, 1].map((ms) => possible(E + ms, { advanceLeave: false }))).toEqual(['s', 'l', 'l']);
  });

  test.each<[string, number, [string, string]]>([
    ['O', O, ['announced', 'open']],
    ['E', E, ['open', 'closed']],
    ['B', B, ['closed', 'running']],
    ['F', F, ['running', 'ended']],
  ])('phase at %s', (_name, instant, expected) => {
    expect([-1, 0].map((ms) => phaseOf(activity, instant + ms))).toEqual(expected);
  });

  test('what is neither published nor open any more allows nothing', () => {
    for (const state of ['draft', 'pending', 'cancelled'] as const) expect(possible(O, { state })).toBe('');
  });

  test('what is out of sight can be left by those who signed up, and joined by nobody', () => {
    const state = 'hidden';
    expect([O, C, E].map((now) => possible(now, { state }))).toEqual(['c', 'l', 'l']);
  });
});

describe('the words', () => {
  const words = (now: number, more: Partial<Windows> = {}, mine: Promised | null = own) => {
    const windows = { ...activity, ...more };
    const rights = rightsOf(windows, mine && { ...mine, ...promiseOf(windows) }, now);
    const say = (right: object) => Object.values(right).at(-1) as string;
    return { signUp: say(rights.signUp), cancel: say(rights.cancel), leave: say(rights.leave) };
  };
  test('say before submitting that it cannot be cancelled any more', () => {
    expect(words(C - 1, {}, null).signUp).toBe('12月9日（周三）18:00前可以取消');
    expect(words(C, {}, null).signUp).toBe('提交后不能取消；可以预约请假，至12月12日（周六）12:00止');
    expect(words(C, { advanceLeave: false }, null).signUp).toBe(
      '提交后不能取消；12月10日（周四）18:00起可以请假，至12月12日（周六）12:00止',
    );
  });
  test('say what is possible instead, and when', () => {
    expect(words(O - 1, {}, null).signUp).toBe('报名尚未开始，12月1日（周二）09:00起可以报名');
    expect(words(C).cancel).toBe('取消已于12月9日（周三）18:00截止，可以预约请假');
    expect(words(C, { advanceLeave: false }).cancel).toBe(
      '取消已于12月9日（周三）18:00截止。12月10日（周四）18:00起可以请假',
    );
    expect(words(L).leave).toBe('请假已于12月12日（周六）12:00截止，请致电协会，或提交工单说明');
  });
});

describe('whatever staff make of an activity, what was promised stays possible', () => {
  const random = (from: number, to: number) => from + Math.floor(Math.random() * (to - from));
  /** An edit that staff could save: any instants in a sound order, any hours, with or without 预约请假, in sight or not. */
  function edited(): Windows {
    const opensAt = random(O - 300 * HOUR_MS, O + 300 * HOUR_MS);
    const closesAt = random(opensAt + 1, opensAt + 600 * HOUR_MS);
    const beginsAt = random(closesAt, closesAt + 300 * HOUR_MS);
    const hours = { cancelHours: random(0, 721), leaveHours: random(0, 721) };
    return {
      ...instantsOf({ opensAt, closesAt, beginsAt, endsAt: beginsAt + HOUR_MS, ...hours }),
      state: Math.random() < 0.5 ? 'published' : 'hidden',
      advanceLeave: Math.random() < 0.5,
    };
  }
  const EDITS = isFull ? 10_000 : 500;
  /** How often a right that was there is gone after an edit. */
  function broken(keep: (promised: Promised, now: Windows) => Promised): number {
    let windows = edited();
    let promised: Promised = { ...own, ...promiseOf(windows) };
    let faults = 0;
    for (let edit = 0; edit < EDITS; edit++) {
      // Begun anew from time to time: after many edits everything is promised.
      if (edit % 5 === 0) promised = { ...own, ...promiseOf(windows) };
      const next = edited();
      const kept = keep(promised, next);
      for (const now of [promised.cancelUntil, promised.leaveFrom, promised.leaveUntil].flatMap((at) => [at - 1, at])) {
        const [before, after] = [rightsOf(windows, promised, now), rightsOf(next, kept, now)];
        if (isOpen(before.cancel) && !isOpen(after.cancel)) faults++;
        if (isOpen(before.leave) && !isOpen(after.leave) && !isOpen(after.cancel)) faults++;
      }
      [windows, promised] = [next, kept];
    }
    return faults;
  }

  test('random edits, 10,000 of them with --full', () => {
    expect(broken((promised, now) => ({ ...promised, ...lengthened(promised, now) }))).toBe(0);
  });

  test('control: the windows of the activity alone take rights back', () => {
    expect(broken((promised, now) => ({ ...promised, ...promiseOf(now) }))).toBeGreaterThan(0);
  });

  test('control: so do only the two ends of the windows', () => {
    const ends = (promised: Promised, now: Windows) => ({
      ...lengthened(promised, now),
      leaveFrom: promiseOf(now).leaveFrom,
    });
    expect(broken((promised, now) => ({ ...promised, ...ends(promised, now) }))).toBeGreaterThan(0);
  });
});

describe('an offer', () => {
  const far = at('2026-12-20 14:00');
  test.each<[string, number, string]>([
    ['2026-12-01 09:00', far, '2026-12-01 21:00'],
    ['2026-12-01 21:29', far, '2026-12-02 19:29'],
    ['2026-12-01 21:50', far, '2026-12-02 20:00'],
    ['2026-12-01 22:00', far, '2026-12-02 20:00'],
    ['2026-12-01 23:30', far, '2026-12-02 20:00'],
    ['2026-12-02 07:59', far, '2026-12-02 20:00'],
    ['2026-12-01 12:00', at('2026-12-02 12:00'), '2026-12-01 18:00'],
    ['2026-12-01 12:00', at('2026-12-01 14:00'), '2026-12-01 13:00'],
    ['2026-12-01 21:30', at('2026-12-01 22:00'), '2026-12-01 22:00'],
  ])('made at %s is held by day only', (now, beginsAt, until) => {
    expect(toShanghaiMinute(offerUntil(at(now), beginsAt))).toBe(until);
  });
  test.each<[string, number, string]>([
    ['2026-12-01 21:29', far, '2026-12-01 21:29'],
    ['2026-12-01 21:30', far, '2026-12-02 08:00'],
    ['2026-12-01 21:50', far, '2026-12-02 08:00'],
    ['2026-12-02 07:59', far, '2026-12-02 08:00'],
    ['2026-12-02 08:00', far, '2026-12-02 08:00'],
    ['2026-12-01 23:00', at('2026-12-02 09:00'), '2026-12-02 08:00'],
    ['2026-12-01 23:00', at('2026-12-02 08:59'), '2026-12-01 23:00'],
  ])('made at %s is told by day, unless it would be too late', (now, beginsAt, told) => {
    expect(toShanghaiMinute(offerToldFrom(at(now), beginsAt))).toBe(told);
  });
});

describe('what is entered', () => {
  test('faults say what to mend', () => {
    expect(faultsOf({ ...six, closesAt: O })).toEqual({ closesAt: '报名结束应晚于报名开始' });
    expect(faultsOf({ ...six, closesAt: B + 1 })).toEqual({ closesAt: '报名结束不能晚于活动开始' });
    expect(faultsOf({ ...six, endsAt: B })).toEqual({ endsAt: '活动结束应晚于活动开始' });
    expect(faultsOf(six)).toEqual({});
  });
  test('what may be meant is asked about', () => {
    expect(odditiesOf(six, { advanceLeave: true }, O)).toEqual([]);
    expect(odditiesOf(six, { advanceLeave: false }, O)).toEqual(['gap']);
    expect(odditiesOf({ ...six, cancelUntil: O }, { advanceLeave: true }, O)).toEqual(['neverCancels']);
    expect(odditiesOf({ ...six, leaveUntil: E }, { advanceLeave: true }, E)).toEqual(['neverLeaves', 'late']);
  });
});

test('all of it is the same in whatever time zone the server stands', () => {
  const PROBE = `
    const { rightsOf, offerUntil, inWords } = await import(process.argv[1]);
    const activity = ${JSON.stringify(activity)};
    const answers = [];
    for (let at = ${O - 5 * HOUR_MS}; at < ${F + HOUR_MS}; at += 7_777_777) {
      answers.push(inWords(at), offerUntil(at, ${F + 99 * HOUR_MS}), rightsOf(activity, ${JSON.stringify(own)}, at));
    }
    console.log(JSON.stringify(answers));`;
  const inZone = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', PROBE, new URL('./rules.ts', import.meta.url).href], {
      env: { ...process.env, TZ, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
  const [shanghai, ...others] = ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata'].map(inZone);
  expect(shanghai).toContain(inWords(O - 5 * HOUR_MS));
  for (const other of others) expect(other).toBe(shanghai);
});
