import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ComparedWith, FaceResult, PhotoFinding, PhotoState, PhotoWay } from '../../contract/photos/enums.ts';
import {
  flag,
  id,
  number,
  optionalInstant,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';
import type { Figures } from '../../platform/image/figures.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['firms', 'lawyers'] as const;

/** An original that waits to be cropped. */
export class PhotoUpload extends Model<InferAttributes<PhotoUpload>, InferCreationAttributes<PhotoUpload>> {
  declare id: CreationOptional<number>;
  declare token: string;
  declare lawyerId: number;
  declare accountId: number;
  declare storageKey: string;
  declare keySealed: string;
  declare width: number;
  declare height: number;
  declare createdAt: number;
}
defineModel(
  PhotoUpload,
  {
    id: id(),
    token: string(),
    lawyerId: reference(),
    accountId: number(),
    storageKey: string(),
    keySealed: string(),
    width: number(),
    height: number(),
    createdAt: number(),
  },
  { tableName: 'photo_uploads' },
);

/** A portrait of a lawyer: one in use, at most one that waits for staff and one that is not verified yet; and former ones. */
export class Photo extends Model<InferAttributes<Photo>, InferCreationAttributes<Photo>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare state: PhotoState;
  declare slot: string | null;
  declare way: PhotoWay | null;
  declare storageKey: string;
  declare thumbnailKey: string;
  declare keySealed: string;
  declare hash: string;
  declare figures: Figures;
  declare findings: PhotoFinding[];
  declare isInsistedOn: boolean;
  declare createdAt: number;
  declare referredAt: number | null;
  declare decidedAt: number | null;
  declare decidedBy: string;
  declare comparedWith: ComparedWith | null;
  declare opinion: string;
  declare activatedAt: number | null;
  declare replacedAt: number | null;
  declare removedAt: number | null;
  declare version: number;
}
defineModel(
  Photo,
  {
    id: id(),
    lawyerId: reference(),
    state: string(),
    slot: optionalString(),
    way: optionalString(),
    storageKey: string(),
    thumbnailKey: string(),
    keySealed: string(),
    hash: string(),
    figures: jsonColumn('figures'),
    findings: jsonColumn('findings'),
    isInsistedOn: flag(),
    createdAt: number(),
    referredAt: optionalInstant(),
    decidedAt: optionalInstant(),
    decidedBy: string(),
    comparedWith: optionalString(),
    opinion: string(),
    activatedAt: optionalInstant(),
    replacedAt: optionalInstant(),
    removedAt: optionalInstant(),
    version: number(),
  },
  { tableName: 'profile_photos' },
);

/** That a comparison by face was asked for, and what came of it; written before anything is sent. */
export class PhotoCheck extends Model<InferAttributes<PhotoCheck>, InferCreationAttributes<PhotoCheck>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare photoId: number;
  declare photoHash: string | null;
  declare subjectHash: string | null;
  declare transactionNo: string | null;
  declare consentId: number | null;
  declare result: FaceResult | null;
  declare provider: string;
  declare askedAt: number;
}
defineModel(
  PhotoCheck,
  {
    id: id(),
    lawyerId: reference(),
    photoId: number(),
    photoHash: optionalString(),
    subjectHash: optionalString(),
    transactionNo: optionalString(),
    consentId: optionalReference(),
    result: optionalString(),
    provider: string(),
    askedAt: number(),
  },
  { tableName: 'photo_checks' },
);

/** What a portrait begins with of which nothing is known yet. */
export const NEW_PORTRAIT = {
  state: 'draft',
  slot: null,
  way: null,
  isInsistedOn: false,
  referredAt: null,
  decidedAt: null,
  decidedBy: '',
  comparedWith: null,
  opinion: '',
  activatedAt: null,
  replacedAt: null,
  removedAt: null,
  version: 1,
} as const;
