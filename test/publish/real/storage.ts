// A real S3-compatible storage on a port of this machine: Ceph's gateway, on a cluster of one monitor and one disk that is kept in memory.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { findProgram } from '../../programs.ts';
import { freePort, type Places, startProgram } from './start-program.ts';

export interface Storage {
  /** What the command is to find in its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly client: S3Client;
}

const NEEDED = ['ceph-mon', 'ceph-osd', 'ceph', 'radosgw', 'radosgw-admin'] as const;

export const storageIsThere: boolean = NEEDED.every((program) => findProgram(program) !== undefined);

const CLUSTER = '00000000-0000-4000-8000-000000000001';
const DISK = '11111111-1111-4111-8111-111111111111';
const KEYS = { accessKeyId: 'AKIATESTTESTTESTTEST', secretAccessKey: 'a-secret-that-nobody-may-print' };

/** Runs until the tests of the file are over. `work` is an empty folder; its path must be short, since it holds sockets. */
export async function startStorage({ work, running }: Omit<Places, 'site'>): Promise<Storage> {
  const [monitor, gateway] = [await freePort(), await freePort()];
  for (const name of ['mon', 'osd', 'rgw']) mkdirSync(join(work, name));
  const config = join(work, 'ceph.conf');
  writeFileSync(config, configOf(work, monitor, gateway));
  const program = (name: (typeof NEEDED)[number]): string => findProgram(name) ?? name;
  const run = (name: string, ...args: string[]) => promisify(execFile)(name, args, { timeout: 180_000 });
  const map = join(work, 'monmap');
  await run('monmaptool', '--create', '--fsid', CLUSTER, '--addv', 'a', `[v2:127.0.0.1:${monitor}]`, map);
  await run(program('ceph-mon'), '-c', config, '-i', 'a', '--mkfs', '--monmap', map);
  await startProgram(program('ceph-mon'), ['-c', config, '-i', 'a', '-f'], { port: monitor, running });
  await run(program('ceph'), '-c', config, 'osd', 'new', DISK);
  await run(program('ceph-osd'), '-c', config, '-i', '0', '--mkfs', '--osd-uuid', DISK);
  await startProgram(program('ceph-osd'), ['-c', config, '-i', '0', '-f'], { port: monitor, running });
  const user = ['--uid=test', '--display-name=test', `--access-key=${KEYS.accessKeyId}`, `--secret-key=${KEYS.secretAccessKey}`];
  await run(program('radosgw-admin'), '-c', config, 'user', 'create', ...user);
  await startProgram(program('radosgw'), ['-c', config, '-n', 'client.rgw', '-f'], { port: gateway, running, patience: 120 });
  const endpoint = `http://127.0.0.1:${gateway}`;
  return {
    env: { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: KEYS.accessKeyId, AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey },
    client: new S3Client({
      endpoint,
      credentials: KEYS,
      region: 'us-east-1',
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
  };
}

/** No passwords between the parts (the gateway by itself would insist: its mode is `secure`), one copy of everything. */
function configOf(work: string, monitor: number, gateway: number): string {
  return `[global]
fsid = ${CLUSTER}
mon_host = [v2:127.0.0.1:${monitor}]
public_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pg_autoscale_mode = off
mon_allow_pool_size_one = true
mon_data_avail_crit = 0
mon_data = ${join(work, 'mon')}
osd_data = ${join(work, 'osd')}
osd_objectstore = memstore
osd_crush_chooseleaf_type = 0
run_dir = ${work}
admin_socket = ${work}/$name.$pid.asok
log_file = ${work}/$name.log
pid_file = ${work}/$name.pid
[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:${gateway}
rgw_data = ${join(work, 'rgw')}
rgw_run_sync_thread = false
ms_mon_client_mode = crc
`;
}
