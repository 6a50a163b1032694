import { expect, test } from '@jest/globals';
import { inTurn } from './hashing-turns.ts';

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = [];
  const order: string[] = [];
  const work = (name: string) => () =>
    new Promise<void>((resolve) => {
      order.push(name);
      ends.push(resolve);
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  /** Ends what runs, one after the other, until nothing is left. */
  const finish = async () => {
    await settle();
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await settle();
    }
  };
  return { work, order, finish };
}

test('a caller with many turns waiting does not keep the others waiting', async () => {
  const { work, order, finish } = held();
  const flood = Array.from({ length: 20 }, (_, i) => inTurn('flood', work(`flood ${i}`)));
  const other = inTurn('other', work('other'));
  await finish();
  await Promise.all([...flood, other]);
  // Those that ran at once came first; then the other's turn is next but one, not the twentieth.
  expect(order.indexOf('other')).toBeLessThanOrEqual(4);
  expect(order).toHaveLength(21);
});

test('a line has an end: who floods is refused, the others are not', async () => {
  const { work, finish } = held();
  const flood = Array.from({ length: 200 }, (_, i) =>
    inTurn('flood', work(String(i))).then(
      () => 'done',
      () => 'refused',
    ),
  );
  const other = inTurn('other', work('other'));
  await finish();
  const answers = await Promise.all(flood);
  expect(answers.filter((answer) => answer === 'refused').length).toBeGreaterThanOrEqual(175);
  await expect(other).resolves.toBeUndefined();
});

test('many networks that fill the line together keep out nobody who comes with one', async () => {
  const { work, finish } = held();
  const floods = Array.from({ length: 40 }, (_, network) =>
    Array.from({ length: 20 }, () =>
      inTurn(`flood ${network}`, work('flood')).then(
        () => 'done',
        () => 'refused',
      ),
    ),
  ).flat();
  const one = inTurn('one', work('one'));
  await finish();
  await expect(one).resolves.toBeUndefined();
  expect((await Promise.all(floods)).filter((answer) => answer === 'refused').length).toBeGreaterThanOrEqual(390);
});

test('work that fails gives its place back', async () => {
  for (let i = 0; i < 10; i++) {
    await expect(inTurn('one', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  }
  await expect(inTurn('one', async () => 'yes')).resolves.toBe('yes');
});

test('who holds a /48 of IPv6 fills a part of the line, not all of it', async () => {
  const { work, finish } = held();
  const flood = Array.from({ length: 450 }, (_, i) =>
    inTurn(`2001:db8:9:${i.toString(16)}::/64`, work(String(i))).then(
      () => 'done',
      () => 'refused',
    ),
  );
  const other = inTurn('2001:db8:a:1::/64', work('other')).then(
    () => 'done',
    () => 'refused',
  );
  await finish();
  expect(await other).toBe('done');
  const refused = (await Promise.all(flood)).filter((one) => one === 'refused');
  expect(refused.length).toBeGreaterThanOrEqual(340);
});

test('nor does it keep others waiting: all of its networks have one turn among them', async () => {
  const { work, order, finish } = held();
  const flood = Array.from({ length: 100 }, (_, i) => inTurn(`2001:db8:9:${i.toString(16)}::/64`, work(`flood ${i}`)));
  const other = inTurn('203.0.113.9', work('other'));
  await finish();
  await Promise.all([...flood, other]);
  expect(order.indexOf('other')).toBeLessThanOrEqual(4);
});
