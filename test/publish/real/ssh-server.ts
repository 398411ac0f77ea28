// A real sshd on a port of this machine, with keys made for the test: nothing of the user's own ssh is read or changed.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, type Places, startProgram } from './start-program.ts';

export interface SshServer {
  /** For `user@host` on the command line. */
  readonly host: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs until the tests of the file are over. `work` is an empty folder. */
export async function startSshd(program: string, { work, running }: Omit<Places, 'site'>): Promise<SshServer> {
  const port = await freePort();
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(work, name)]);
  execFileSync('cp', [join(work, 'user.pub'), join(work, 'authorized')]);
  chmodSync(work, 0o700);
  // Where sshd shuts its unprivileged half in; part of the package, but made at boot.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const server = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(work, 'host')}`,
    `AuthorizedKeysFile ${join(work, 'authorized')}`,
    `PidFile ${join(work, 'pid')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'PermitRootLogin prohibit-password',
  ];
  writeFileSync(join(work, 'sshd_config'), `${server.join('\n')}\n`);
  const client = [
    'Host shelf',
    '  HostName 127.0.0.1',
    `  Port ${port}`,
    `  User ${userInfo().username}`,
    `  IdentityFile ${join(work, 'user')}`,
    '  IdentitiesOnly yes',
    '  BatchMode yes',
    '  ControlMaster auto',
    `  ControlPath ${join(work, 's')}`,
    '  ControlPersist 5',
    '  StrictHostKeyChecking accept-new',
    `  UserKnownHostsFile ${join(work, 'known')}`,
  ];
  writeFileSync(join(work, 'ssh_config'), `${client.join('\n')}\n`);
  await startProgram(program, ['-D', '-e', '-f', join(work, 'sshd_config')], { port, running });
  return { host: 'shelf', env: { RSYNC_RSH: `ssh -F ${join(work, 'ssh_config')}` } };
}
