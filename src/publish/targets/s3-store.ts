// The objects below a prefix of an S3-compatible storage: the few calls that a publish needs, with their failures said in words.
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../../io/app-error.ts';
import { errorCode } from '../../io/system-error.ts';
import { contentType } from '../../site/content-types.ts';
import { cacheControlOf } from '../cache-rules.ts';
import { withoutSecrets } from '../run-program.ts';
import type { S3Place } from './s3-place.ts';

export interface Store {
  /** Undefined when there is no such object. */
  readonly read: (path: string) => Promise<string | undefined>;
  readonly write: (path: string, content: Uint8Array) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Paths of all objects, with the MD5 of those that were written in one piece; of the first few only, where that is enough. */
  readonly list: (atMost?: number) => Promise<ReadonlyMap<string, string>>;
  readonly close: () => void;
}

export interface StoreOptions {
  /** Hears of every try that failed and is made again. */
  readonly onFailedTry?: () => void;
  /** How long a connection may say nothing, in milliseconds. */
  readonly patience?: number;
}

/** Tries of every call, with growing pauses, unless the environment says otherwise. */
const ATTEMPTS = 6;
/** Without it, a storage that takes a connection and never answers would be waited for without end. */
const PATIENCE = 60_000;
/** Before what broke off while it was read is asked for again, growing. */
const PAUSE = 100;
const PACKED: Readonly<Record<string, string>> = { '.br': 'br', '.gz': 'gzip' };

export async function openStore(place: S3Place, { onFailedTry = () => {}, patience = PATIENCE }: StoreOptions = {}): Promise<Store> {
  const sdk = await loadSdk();
  const client = new sdk.S3Client(settings(patience));
  countFailedTries(client, onFailedTry);
  await findCredentials(client);
  const { bucket: Bucket, prefix } = place;
  const keyOf = (path: string): string => prefix + path;
  const patiently = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      throw explain(error, place);
    }
  };
  return {
    read: (path) => {
      const ask = async (): Promise<string | undefined> => {
        const answer = await client.send(new sdk.GetObjectCommand({ Bucket, Key: keyOf(path) }));
        return answer.Body?.transformToString('utf8');
      };
      return patiently(untilWhole(ask, onFailedTry));
    },
    write: async (path, content) => {
      const about = { ...headersOf(path), ContentMD5: md5(content, 'base64') };
      await patiently(client.send(new sdk.PutObjectCommand({ Bucket, Key: keyOf(path), Body: content, ...about })));
    },
    remove: async (path) => void (await patiently(client.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(path) })))),
    list: async (atMost = Number.POSITIVE_INFINITY) => {
      const found = new Map<string, string>();
      let token: string | undefined;
      do {
        const page = { Bucket, Prefix: prefix, MaxKeys: Math.min(atMost, 1000), ...(token && { ContinuationToken: token }) };
        const { Contents = [], NextContinuationToken } = await patiently(client.send(new sdk.ListObjectsV2Command(page)));
        for (const { Key = '', ETag = '' } of Contents) found.set(Key.slice(prefix.length), ETag.replaceAll('"', ''));
        token = NextContinuationToken;
      } while (token !== undefined && found.size < atMost);
      return found;
    },
    close: () => client.destroy(),
  };
}

/** Before anything else: what whoever hands them out says of a failure may hold what it was sent, and is not repeated. */
async function findCredentials({ config }: S3Client): Promise<void> {
  try {
    await config.credentials();
  } catch (cause) {
    const name = cause instanceof Error && cause.name !== 'CredentialsProviderError' ? ` (${cause.name})` : '';
    throw new AppError('credentials', `No credentials were found${name}.`, {
      hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or a role.',
      cause,
    });
  }
}

/** The calls count their own tries, of which nobody hears while they are made. */
function countFailedTries(client: S3Client, onFailedTry: () => void): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (isWorthATry(error)) onFailedTry();
        throw error;
      }
    },
    { step: 'finalizeRequest', priority: 'low', name: 'hindsightFailedTries' },
  );
}

/** Refusals are answers; what is too much at once, or went wrong over there or on the way, is not. */
function isWorthATry(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429 || status === 408;
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

/** The calls are made again by the client itself, but an object that breaks off while it is read is not. */
async function untilWhole(ask: () => Promise<string | undefined>, onFailedTry: () => void): Promise<string | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      // One with a status has been tried often enough.
      if (errorCode(error) !== 'ECONNRESET' || statusOf(error) !== undefined || tries === ATTEMPTS) throw error;
      onFailedTry();
      await wait(PAUSE * 2 ** tries);
    }
  }
}

/** Not among what every installation brings: it is 22 MB, and few publish to such a storage. */
async function loadSdk(): Promise<typeof import('@aws-sdk/client-s3')> {
  // Its word on the versions of Node is for those who chose it, and nobody here did.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  try {
    return await import('@aws-sdk/client-s3');
  } catch (cause) {
    if (errorCode(cause) !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new AppError('missing-package', 'Publishing to S3 needs the package @aws-sdk/client-s3, which is not installed.', {
      hint: 'npm install @aws-sdk/client-s3, beside Hindsight; with npx: npx -p hindsight -p @aws-sdk/client-s3 hindsight publish …',
      cause,
    });
  }
}

/** Credentials, region and address come from where every tool for such storages looks. */
function settings(patience: number): NonNullable<ConstructorParameters<typeof S3Client>[0]> {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_MAX_ATTEMPTS } = process.env;
  const isElsewhere = (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) !== undefined;
  return {
    ...(AWS_MAX_ATTEMPTS === undefined && { maxAttempts: ATTEMPTS }),
    requestHandler: { connectionTimeout: patience, socketTimeout: patience },
    // Storages of one's own rarely have a name for each bucket, and a region only in name. They know MD5, and not always newer sums.
    ...(isElsewhere && { forcePathStyle: true, region: AWS_REGION ?? 'us-east-1' }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  };
}

/** A packed file is what it unpacks to, for whoever asks for it by name. */
function headersOf(path: string): { ContentType: string; CacheControl: string; ContentEncoding?: string } {
  const encoding = PACKED[path.slice(-3)];
  const type = contentType(encoding === undefined ? path : path.slice(0, -3));
  return { ContentType: type, CacheControl: cacheControlOf(path), ...(encoding !== undefined && { ContentEncoding: encoding }) };
}

export function md5(content: Uint8Array, form: 'base64' | 'hex'): string {
  return createHash('md5').update(content).digest(form);
}

function explain(error: unknown, { typed, bucket }: S3Place): unknown {
  if (!(error instanceof Error)) return error;
  const status = statusOf(error);
  const said = withoutSecrets(error.message || error.name);
  const fail = (code: string, message: string, hint: string): AppError => new AppError(code, message, { hint, cause: error });
  if (error.name === 'NoSuchBucket')
    return fail('not-found', `There is no bucket ${bucket}.`, 'Make it, or check its name and the region.');
  if (status === 401 || status === 403) {
    return fail('refused', `${typed} refuses access: ${said}`, 'The credentials need to list, read, write and delete below that prefix.');
  }
  if (/region is missing/i.test(error.message)) return fail('usage', 'The region is not known.', 'Set AWS_REGION.');
  return fail('unreachable', `${typed} cannot be reached: ${said}`, 'Running it again finishes what was begun.');
}
