import type { Wire, WireEvents } from '../../bff/contract/chat/line.ts';
import type { PageSignature } from '../../bff/contract/wechat/endpoints.ts';
import type { PageName } from '../addresses.ts';
import type { FileKind } from '../../bff/contract/files/enums.ts';
import type { PayableReply } from '../../bff/contract/payments/endpoints.ts';
import type { PaymentChannel } from '../../bff/contract/payments/enums.ts';

/** What each platform file must export; name.h5.ts and name.weapp.ts stand behind one signature. */

/** Opens a page of this client on top of the present one. */
export type GoTo = (url: string) => void;
/** Opens a page in place of the present one. */
export type ReplaceWith = (url: string) => void;
/** Forgets all open pages and starts at one. */
export type StartAt = (url: string) => void;
/** What stands behind the question mark of a page's address, and how it is changed without leaving the page. */
export type UsePageQuery = (page: PageName) => [query: string, write: (query: string) => void];
/** What of a page is shown (a view, what is looked for): '' unless its address or somebody on it says otherwise. */
export type UseShown = (page: PageName, name: string) => [shown: string, show: (value: string) => void];
/** Back to the page before; to the home page where there is none. */
export type GoBack = () => void;

/** Makes the browser's own way back walk the steps of one page; `goTo` is told which one it leads to. */
export type UseStepHistory = (step: string, goTo: (step: string) => void) => void;

/** Shows a PDF in the platform's own viewer. H5 opens a window. */
export type OpenDocument = (bytes: ArrayBuffer, name: string) => Promise<void>;
/** Hands a PDF to the user to keep: a download on H5, the viewer with its share menu in the mini-program. */
export type SaveDocument = (bytes: ArrayBuffer, name: string) => Promise<void>;
/** Makes a JPEG in base64 something that an image can show: an address, valid until the next picture is kept. */
export type KeepPicture = (jpeg: string) => Promise<string>;
/** Lets the browser download an address of the server; a mini-program cannot. */
export type KeepFile = (path: string, name: string) => void;
/** Opens an address outside this client; a mini-program, which cannot, copies it. */
export type OpenAddress = (address: string) => void;
/** Whether it opens them. */
export type OpensAddresses = boolean;
/** Puts text on the clipboard and says so, once: `what` was copied, or that it could not be. */
export type CopyText = (text: string, what: string) => Promise<void>;
/** Reads a QR code with the camera, or in a picture; null when none was read. */
export type ScanCode = () => Promise<string | null>;
/** 128 random bits as lower-case hex, unguessable. */
export type RandomKey = () => Promise<string>;
/** A short sentence that goes away by itself. */
export type ShowToast = (text: string) => void;
/** What this device and its program call themselves, for whoever looks for a fault. */
export type DeviceWords = () => string;
/** Whether it is certain that nothing can be sent now. */
export type IsOffline = () => boolean;
/** Opens a socket below the origin of the server, as whoever is signed in. */
export type OpenSocket = (path: string, events: WireEvents) => Wire;
/** Calls when the client is looked at again or has a network again, and before it sleeps; answers how to stop that. */
export type WhenSeen = (seen: () => void, hidden: () => void) => () => void;
/** SHA-256 of some bytes, lower-case hex. */
export type Sha256 = (bytes: ArrayBuffer) => Promise<string>;
/** A file that a stranger offers to be verified; it stays on the device. */
export interface OfferedFile {
  name: string;
  /** Bytes; null: not known before it is read. */
  size: number | null;
  /** Its bytes; rejects for what has none, such as a folder. */
  read(): Promise<ArrayBuffer>;
}
/** Lets the user choose files to be verified: PDFs, and pictures where they can be looked at; none when cancelled. */
export type ChooseFiles = () => Promise<OfferedFile[]>;
/** What is printed in a file: what a person may go on with. */
export interface Marks {
  number: string | null;
  code: string | null;
  /** The address in its QR code, whoever's it is. */
  link: string | null;
}
/** What a file is, by itself. */
export type Finding =
  /** Signed by us, every byte of it. `reason`: why, as our signer wrote. */
  | { kind: 'intact'; reason: string }
  /** Signed by us, and then bytes were added. `sha256`: of the part that we signed. */
  | { kind: 'appended'; reason: string; sha256: string; added: number }
  /** Our signature is in it, and the bytes are no longer those that we signed. */
  | { kind: 'changed' }
  /** Signed by a certificate that is none of ours, whatever its name says. */
  | { kind: 'foreign'; name: string }
  | { kind: 'unsigned'; marks: Marks }
  | { kind: 'picture'; marks: Marks }
  | { kind: 'encrypted' }
  | { kind: 'unreadable' };
/**
 * Looks into a file, on this device; null where the platform cannot.
 * @param known SHA-256 of our signing certificates, hex
 */
export type InspectFile = (bytes: ArrayBuffer, known: readonly string[]) => Promise<Finding | null>;
/** A file on the device that can be sent once it is wanted. */
export interface LocalFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Sends it as `file` of a form; `onProgress` hears 0–1. Throws when the network fails. */
  send(
    request: { url: string; header: Record<string, string> },
    onProgress: (share: number) => void,
  ): Promise<{ statusCode: number; data: string }>;
}
/** Lets the user choose files with these endings, at most so many; none when cancelled. */
export type ChooseProofs = (max: number, endings: readonly string[]) => Promise<LocalFile[]>;
/** Lets the user choose or take one photo, with what an image shows of it at once; null when cancelled. */
export type ChoosePhoto = () => Promise<(LocalFile & { preview: string }) | null>;
/** Shows a file that the user once attached: a download on H5, WeChat's own viewers in the mini-program. */
export type ShowAttachment = (bytes: ArrayBuffer, file: { name: string; kind: FileKind }) => Promise<void>;
/** Asks anew when the page is pulled down; browsers load the page itself anew. */
export type UsePullDown = (refetch: () => Promise<unknown>) => void;
/** Moves to the first faulty field. */
export type ShowField = (id: string) => void;
/** Scrolls the page to its beginning. */
export type ShowTop = () => void;
/** Whether the page is at least 992 px wide (PC layout, look.md). */
export type UseWide = () => boolean;
/** Has all of a shortened list shown before the page is printed. */
export type UseWholePrint = (showAll: () => void) => void;
/** Height of one row of `px` design pixels on this screen, in the unit of scroll events. */
export type ScreenPixels = (px: number) => number;

/**
 * How WeChat vouches for whoever holds the device: `code`, at once, in the mini-program; `detour`, over a page of its
 * own, for pages opened inside WeChat; null elsewhere.
 */
export type WechatWay = () => 'code' | 'detour' | null;
/** A code of wx.login; throws where there is none. */
export type WechatCode = () => Promise<string>;
/** Asks whether WeChat may tell of these matters; only in answer to a tap, and whatever the answer, work goes on. */
export type AskToTell = (templateIds: string[]) => void;
/** What is kept in this browser while it is away at WeChat. */
export interface WhileAway {
  browser: string;
  purpose: 'sign-in' | 'bind';
  back: string;
}
export type LeaveForWechat = (url: string, kept: WhileAway) => void;
/** What was kept, once. */
export type BackFromWechat = () => WhileAway | null;

/** What is kept in this browser while it is away at the association's own site. */
export interface WhileAtCentre {
  /** Its secret: only with it is the way back accepted. */
  browser: string;
  /** Page to open afterwards. */
  back: string;
}
/**
 * Leaves for that site's own sign-in page. `left out`: going back does not lead to the present page, which would leave
 * again.
 */
export type LeaveForCentre = (url: string, kept: WhileAtCentre, presentPage: 'stays' | 'left out') => void;
/** What was kept, once; what the site answered goes out of the address, so that nothing sends it again. */
export type BackFromCentre = () => WhileAtCentre | null;

/** Puts something into the calendar of this device, in answer to a tap. `file`: its address below our origin, as .ics. */
export type AddToCalendar = (entry: {
  title: string;
  place: string;
  beginsAt: string;
  endsAt: string;
  file: string;
}) => void | Promise<void>;

/** Shows a place on a map, in answer to a tap; coordinates of GCJ-02. */
export type OpenPlace = (place: {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}) => void | Promise<void>;

/** How one pays on this device. */
export type PayChannel = () => PaymentChannel;
/** Lets somebody pay. `asked`: WeChat has asked and says it went well, which only the server can confirm. */
export type Pay = (pay: PayableReply['pay']) => Promise<'asked' | 'cancelled' | 'left' | 'shown'>;

/**
 * Whether an interface that touches private things may be used now. In the mini-program the member is asked first, until
 * the present edition of the privacy guideline has been agreed to; browsers ask by themselves.
 */
export type AskPrivacy = () => Promise<boolean>;
/** Lets WeChat put the same question when it meets such an interface itself; once, when the app starts. */
export type WatchPrivacy = () => void;
/** The question that waits for an answer, or null. */
export type UsePrivacyQuestion = () => { buttonId: string; answer: (isAgreed: boolean) => void } | null;
/** The edition agreed to on this device, and the account that the server has noted it for. */
export interface DeviceConsent {
  version: string;
  toldFor: number | null;
}

/** What a chat shows of a page that is sent on. */
export interface PageCard {
  title: string;
  description: string;
  /** Of this very page inside the mini-program; sent to a chat it opens there. */
  path: string;
  /** What the page is given when it is opened from 朋友圈; absent: it is not meant for everybody. */
  timeline?: string;
}
/** Has WeChat sign the page's address for its JS-SDK; null without an official account. */
export type SignAddress = (url: string) => Promise<PageSignature | null>;
/** Says what a card of this page shows: WeChat's menu asks in the mini-program, its browser is told by the JS-SDK. */
export type UsePlatformCard = (card: PageCard, sign: SignAddress) => void;

/** Whether this device could go on in the mini-program. */
export type CanOpenMiniProgram = () => boolean;
/** Leaves for an address that opens the mini-program. */
export type OpenMiniProgram = (url: string) => void;
