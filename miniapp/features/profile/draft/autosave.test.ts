import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SaveSection } from '../../../../bff/contract/profile/schemas.ts';
import type { OwnProfile, SectionReply } from '../../../../bff/contract/profile/endpoints.ts';
import { fakeApi, refuse } from '../../../test/fake-api.ts';
import { freshDevice } from '../../../test/show.tsx';
import { storage } from '../../../test/taro.ts';
import { Autosave } from './autosave.ts';
import { readLocal } from './local-copy.ts';

const section = (version: number, school: string): SectionReply => ({
  key: 'education',
  label: 'empty',
  isComplete: false,
  version,
  rows: [{ id: 'a', values: { school } }],
  saidNone: false,
  faults: {},
  doubts: {},
  opinion: '',
  consent: null,
});
const typed = (school: string, major = '') => ({
  rows: [{ id: 'a', values: { school, ...(major ? { major } : {}) } }],
  saidNone: false,
});

/** A server that keeps one section, as ours does. */
function server(first: SectionReply) {
  const kept = { section: first, isDown: false };
  const seen = fakeApi({
    'PUT /api/me/profile/sections/education': ({ body }) => {
      const { version, rows, saidNone } = body as SaveSection;
      if (kept.isDown) return refuse('unavailable');
      if (version !== kept.section.version) return refuse('changed_meanwhile');
      kept.section = { ...kept.section, version: version + 1, rows: rows as SectionReply['rows'], saidNone };
      return { section: kept.section, percent: 50, isConfirmed: false };
    },
    'GET /api/me/profile': () => ({ sections: [kept.section] }) as unknown as OwnProfile,
  });
  return { kept, seen };
}

let open: Autosave[] = [];
const opened = (reply: SectionReply) => {
  const autosave = new Autosave(7, reply);
  open.push(autosave);
  return autosave;
};
beforeEach(freshDevice);
afterEach(() => {
  for (const autosave of open) autosave.leave(true);
  open = [];
});

describe('what is sensitive', () => {
  const family = (version: number, name: string): SectionReply => ({
    ...section(version, ''),
    key: 'family',
    rows: [{ id: 'f1', values: { relation: 'spouse', name } }],
  });
  const wanted = (name: string) => ({ rows: [{ id: 'f1', values: { relation: 'spouse', name } }], saidNone: false });

  it('never lies on the device, and reaches the server all the same', async () => {
    const seen: unknown[] = [];
    fakeApi({
      'PUT /api/me/profile/sections/family': ({ body }) => {
        const { rows } = body as SaveSection;
        seen.push(rows);
        return { section: { ...family(2, ''), rows }, percent: 50, isConfirmed: false };
      },
    });
    const autosave = opened(family(1, '周若岚'));
    autosave.type(wanted('周若兰'));
    expect(JSON.stringify([...storage])).toMatch(/profile-family/);
    expect(JSON.stringify([...storage])).not.toMatch(/周若/);
    await autosave.flush();
    expect(seen).toEqual([wanted('周若兰').rows]);
  });

  it('stays as the server has it where the page was closed before it arrived', () => {
    const first = opened(family(1, '周若岚'));
    first.type({ rows: [{ id: 'f1', values: { relation: 'father', name: '周若兰' } }], saidNone: false });
    first.leave(true);
    const again = opened(family(1, '周若岚'));
    expect(again.now().typed.rows[0]?.values).toMatchObject({ name: '周若岚' });
  });

  it('that an older version kept is gone as soon as it is read', () => {
    const base = { rows: family(1, '周若岚').rows, saidNone: false };
    storage.set('account:7:profile-family', { version: 1, base, typed: wanted('周若兰') });
    opened(family(1, '周若岚'));
    expect(JSON.stringify([...storage])).not.toMatch(/周若/);
  });
});

describe('a section as it is typed', () => {
  it('is on the device at once, and gone from it once the server has it', async () => {
    const { kept } = server(section(1, '江'));
    const autosave = opened(kept.section);
    autosave.type(typed('江海大学'));
    expect(readLocal(7, 'education')?.typed).toEqual(typed('江海大学'));
    await autosave.flush();
    expect(kept.section.rows).toEqual(typed('江海大学').rows);
    expect([autosave.now().state.kind, readLocal(7, 'education')]).toEqual(['saved', null]);
  });

  it('survives a lost network and a closed program', async () => {
    const { kept } = server(section(1, '江'));
    const first = opened(kept.section);
    kept.isDown = true;
    first.type(typed('江海大学'));
    await first.flush();
    expect(first.now().state.kind).toBe('offline');
    first.leave(true);
    kept.isDown = false;
    const again = opened(kept.section);
    expect(again.now().typed).toEqual(typed('江海大学'));
    await again.flush();
    expect(kept.section.rows).toEqual(typed('江海大学').rows);
  });

  it('is merged with what another device changed elsewhere in it', async () => {
    const { kept } = server(section(1, '江'));
    const autosave = opened(kept.section);
    kept.section = { ...kept.section, version: 2, rows: typed('江', '法学').rows };
    autosave.type(typed('江海大学'));
    await autosave.flush();
    expect(kept.section.rows).toEqual(typed('江海大学', '法学').rows);
  });

  it('of a field that both changed nothing is overwritten before somebody has chosen', async () => {
    const { kept } = server(section(1, '江'));
    const autosave = opened(kept.section);
    kept.section = section(2, '别处改的');
    autosave.type(typed('这里改的'));
    await autosave.flush();
    const { state } = autosave.now();
    if (state.kind !== 'conflict') throw new Error(state.kind);
    expect(kept.section.rows).toEqual(typed('别处改的').rows);
    expect(state.conflicts).toMatchObject([{ mine: '这里改的', theirs: '别处改的' }]);
    autosave.resolve([]);
    await autosave.flush();
    expect(kept.section.rows).toEqual(typed('这里改的').rows);
  });

  it('stays in the form where the server does not take it', async () => {
    fakeApi({ 'PUT /api/me/profile/sections/education': () => refuse('wrong_state') });
    const autosave = opened(section(1, '江'));
    autosave.type(typed('江海大学'));
    await autosave.flush();
    expect(autosave.now()).toMatchObject({ typed: typed('江海大学'), state: { kind: 'refused' } });
    expect(readLocal(7, 'education')).not.toBeNull();
  });

  it('that was left a moment ago is no other device: what is typed on goes over what was on its way', async () => {
    const { kept, seen } = server(section(1, '江'));
    const page = kept.section;
    const first = opened(page);
    first.type(typed('江海'));
    first.leave(true);
    // The page comes back with what it knew before that arrived.
    const again = opened(page);
    again.type(typed('江海大学'));
    await again.flush();
    expect([again.now().state.kind, kept.section.rows]).toEqual(['saved', typed('江海大学').rows]);
    expect(
      seen.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => (body as SaveSection).version),
    ).toEqual([1, 2]);
  });

  it('is sent once where one comes back and types nothing more', async () => {
    const { kept, seen } = server(section(1, '江'));
    const page = kept.section;
    const first = opened(page);
    first.type(typed('江海大学'));
    first.leave(true);
    const again = opened(page);
    expect(again.now().typed).toEqual(typed('江海大学'));
    await again.flush();
    expect([again.now().state.kind, kept.section.rows]).toEqual(['saved', typed('江海大学').rows]);
    expect(seen.filter(({ route }) => route.startsWith('PUT'))).toHaveLength(1);
    expect(readLocal(7, 'education')).toBeNull();
  });

  it('of another device is still a conflict after one has come back', async () => {
    const { kept } = server(section(1, '江'));
    const page = kept.section;
    kept.section = section(2, '别处改的');
    const first = opened(page);
    first.type(typed('这里改的'));
    first.leave(true);
    const again = opened(page);
    again.type(typed('这里又改'));
    await again.flush();
    expect(again.now().state.kind).toBe('conflict');
    expect(kept.section.rows).toEqual(typed('别处改的').rows);
  });
});
