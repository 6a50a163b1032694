import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { putInParts } from './s3-parts.ts';
import { assertKey } from './storage-key.ts';
import type { Storage, StoredFile } from './storage.ts';

export interface S3Options {
  /** Address of an S3-compatible service; without it, AWS's own of the region. */
  endpoint?: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** An answer that takes longer is tried again: a letter is some 50 KB. */
const CONNECT_MS = 3_000;
const ANSWER_MS = 10_000;
const ATTEMPTS = 3;

/** Files in one bucket of an S3-compatible service. A PUT is whole or not at all there; no draft is needed. */
export function createS3Storage({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Options): Storage {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Services other than AWS rarely know buckets as host names.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
    // The checksums that newer clients add by themselves are unknown to many compatible services.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const named = (key: string) => ({ Bucket: bucket, Key: assertKey(key) });

  const bodyOf = async (key: string) => {
    try {
      const { Body } = await client.send(new GetObjectCommand(named(key)));
      if (!Body) throw new Error(`no body for ${key}`);
      return Body;
    } catch (error) {
      if (isMissing(error)) throw Object.assign(new Error(`no such file: ${key}`), { code: 'ENOENT' });
      throw error;
    }
  };

  return {
    async put(key, bytes) {
      await sayingFull(
        client.send(new PutObjectCommand({ ...named(key), Body: bytes, ContentLength: bytes.byteLength })),
      );
    },
    async putStream(key, bytes) {
      await sayingFull(putInParts(client, named(key), bytes));
    },
    async get(key) {
      return Buffer.from(await (await bodyOf(key)).transformToByteArray());
    },
    async read(key) {
      return Readable.fromWeb((await bodyOf(key)).transformToWebStream() as ReadableStream<Uint8Array>);
    },
    async exists(key) {
      try {
        await client.send(new HeadObjectCommand(named(key)));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(named(key)));
    },
    async *list(folder) {
      const prefix = folder === undefined ? '' : `${assertKey(folder)}/`;
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key, Size, LastModified } of page.Contents ?? []) {
          if (Key) yield { key: Key, size: Size ?? 0, writtenAt: LastModified?.getTime() ?? 0 } satisfies StoredFile;
        }
      }
    },
  };
}

async function sayingFull(put: Promise<unknown>): Promise<void> {
  try {
    await put;
  } catch (error) {
    if (isFull(error)) throw Object.assign(new Error('the bucket is full', { cause: error }), { code: 'ENOSPC' });
    throw error;
  }
}

/** 507 Insufficient Storage (RFC 4918): what compatible services answer; AWS has no such limit. */
const isFull = (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 507;

/** A missing bucket is a fault of the settings, not a missing file. */
const isMissing = (error: unknown) =>
  error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound');
