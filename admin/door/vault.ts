import type { DoorRoster, OpenedDoor } from '../../bff/contract/door/replies.ts';
import type { KeptDoor } from './store.ts';

/** What is encrypted on the device. */
export interface Secrets {
  token: string;
  roster: DoorRoster;
}

const ROUNDS = 300_000;
const IV_BYTES = 12;

/** Makes a key of the local PIN, so that whoever finds the telephone reads no names. */
async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(way, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function encrypt(key: CryptoKey, plain: BufferSource): Promise<ArrayBuffer> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  const both = new Uint8Array(IV_BYTES + text.byteLength);
  both.set(iv);
  both.set(new Uint8Array(text), IV_BYTES);
  return both.buffer;
}
const decrypt = (key: CryptoKey, both: ArrayBuffer): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: both.slice(0, IV_BYTES) }, key, both.slice(IV_BYTES));

/** An open door: what it knows in memory, and how it is kept. */
export interface OpenVault {
  door: KeptDoor;
  secrets: Secrets;
  /** The key made of the PIN, in memory only. */
  pin: CryptoKey;
}

/** Makes a door of what the server gave: its keys go into the device and do not come out again. */
export async function newVault(opened: OpenedDoor, pin: string): Promise<OpenVault> {
  const { token, key, entrance, ...roster } = opened;
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const aes = { name: 'AES-GCM', length: 256 };
  const now = Date.parse(roster.now);
  const door: KeptDoor = {
    activityId: roster.activityId,
    title: roster.title,
    entrance,
    sealKey: await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']),
    activityKey: await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    salt,
    sealed: new ArrayBuffer(0),
    offsetMs: now - Date.now(),
    since: now,
    downloadedAt: now,
    until: Date.parse(roster.until),
  };
  return seal({ door, secrets: { token, roster }, pin: await pinKey(pin, salt) });
}

/** The same door after the device was opened anew: another token and list, the keys stay in the device. */
export function takeOver(vault: OpenVault, opened: OpenedDoor): Promise<OpenVault> {
  const { token, key: _same, entrance: _kept, ...roster } = opened;
  const now = Date.parse(roster.now);
  const times = { offsetMs: now - Date.now(), downloadedAt: now, until: Date.parse(roster.until) };
  return seal({ ...vault, door: { ...vault.door, ...times }, secrets: { token, roster } });
}

/** Encrypts the secrets of a door anew: by the PIN, and by the key of the device. */
export async function seal(vault: OpenVault): Promise<OpenVault> {
  const plain = new TextEncoder().encode(JSON.stringify(vault.secrets));
  const sealed = await encrypt(vault.door.sealKey, await encrypt(vault.pin, plain));
  return { ...vault, door: { ...vault.door, sealed } };
}

/** Opens a door that is kept; null: the PIN is another one. */
export async function openVault(door: KeptDoor, typed: string): Promise<OpenVault | null> {
  const pin = await pinKey(typed, door.salt);
  try {
    const plain = await decrypt(pin, await decrypt(door.sealKey, door.sealed));
    return { door, pin, secrets: JSON.parse(new TextDecoder().decode(plain)) as Secrets };
  } catch {
    return null;
  }
}
