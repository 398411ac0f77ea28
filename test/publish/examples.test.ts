// The examples of docs/hosting.md that other programs read: whole, pinned, and in step with each other. What can be run is run in test/publish/real.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HOSTING = join(ROOT, 'examples/hosting');
const read = (path: string): string => readFileSync(join(HOSTING, path), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: files of other programs, of which each test reads a few fields.
type Any = any;

/** Every document of a file, read as strictly as the programs do that it is for. */
function documents(path: string): Any[] {
  return parseAllDocuments(read(path), { strict: true, uniqueKeys: true }).map((document) => {
    expect([...document.errors, ...document.warnings].map(({ message }) => message)).toEqual([]);
    return document.toJS();
  });
}

test('the pipeline of GitHub: jobs whose actions are pinned, no more rights than signing takes, the whole history', () => {
  const [{ on, permissions, concurrency, jobs }] = documents('pipelines/github.yml') as [Any];
  expect(Object.keys(on)).toEqual(['push', 'pull_request']);
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write', attestations: 'write' });
  expect(concurrency).toMatchObject({ 'cancel-in-progress': false });
  const { steps } = jobs.site;
  for (const { uses, run } of steps) {
    expect([uses, run].filter((part) => part !== undefined)).toHaveLength(1);
    if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  }
  expect(steps[0].with).toEqual({ 'fetch-depth': 0 });
  // Nothing of a pull request is signed or published.
  for (const { uses, run, if: when } of steps) if (/attest|publish/.test(uses ?? run)) expect(when).toBe("github.ref == 'refs/heads/main'");
});

test('the pipeline of GitLab: the whole history, pages of the default branch alone, signed by who the pipeline is', () => {
  const [{ variables, check, pages, before_script }] = documents('pipelines/gitlab.yml') as [Any];
  expect(variables.GIT_DEPTH).toBe('0');
  expect(before_script.at(-1)).toBe('npm ci');
  expect(check.script).toEqual(['npx hindsight check']);
  expect(pages.rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
  expect(pages.id_tokens).toEqual({ SIGSTORE_ID_TOKEN: { aud: 'sigstore' } });
  expect(pages.artifacts.paths).toEqual(['public', 'manifest.sigstore.json']);
});

test('the pipeline of Jenkins: brackets and quotes are closed, and every program of its steps is in its image', () => {
  const text = read('pipelines/Jenkinsfile').replace(/^\s*\/\/.*$/gm, '');
  const strings = /'[^'\n]*'|"[^"\n]*"/g;
  const bare = text.replace(strings, '');
  expect(bare).not.toMatch(/['"]/);
  for (const [open, close] of ['{}', '()', '[]']) expect(bare.split(open as string)).toHaveLength(bare.split(close as string).length);
  const programs = new Set([...text.matchAll(/sh '(?:\w+="[^"]*" )?(\w+)/g)].map(([, program]) => program));
  expect([...programs].sort()).toEqual(['cosign', 'npm', 'npx']);
  const image = read('pipelines/jenkins.Dockerfile');
  for (const program of ['cosign', 'git', 'rsync', 'openssh-client']) expect(image).toMatch(new RegExp(`apk add.* ${program}\\b`));
});

describe('the image', () => {
  const lines = read('docker/Dockerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  test('is of instructions that Docker knows, of a version that is named, of files that are there, and nobody is root in it', () => {
    for (const line of lines) expect(line).toMatch(/^(?:FROM|COPY|USER|EXPOSE) \S/);
    expect(lines[0]).toMatch(/^FROM \S+:\d[\w.-]*$/);
    expect(lines).toContain('USER 101');
    const copied = lines.filter((line) => line.startsWith('COPY')).flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied.filter((name) => !name.startsWith('--') && name !== '_site'))
      expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  test('listens where the compose file and the manifest look for it', () => {
    const port = Number(/^\s*listen (\d+);/m.exec(read('nginx/hindsight.conf'))?.[1]);
    expect(lines).toContain(`EXPOSE ${port}`);
    const [{ services }] = documents('docker/compose.yaml') as [Any];
    expect(services.postmortems.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(services.postmortems).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    const { context, dockerfile } = services.postmortems.build;
    expect(existsSync(join(HOSTING, 'docker', context, dockerfile))).toBe(true);
  });
});

test('the manifest of Kubernetes: selectors, ports and names lead to each other, and the container has no rights', () => {
  const [deployment, service, ingress] = documents('kubernetes/hindsight.yaml') as [Any, Any, Any];
  expect([deployment, service, ingress].map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([
    'apps/v1 Deployment',
    'v1 Service',
    'networking.k8s.io/v1 Ingress',
  ]);
  const { template, selector } = deployment.spec;
  expect(template.metadata.labels).toEqual(selector.matchLabels);
  expect(service.spec.selector).toEqual(selector.matchLabels);
  const [container] = template.spec.containers;
  const [{ containerPort }] = container.ports;
  expect(service.spec.ports).toEqual([{ port: 80, targetPort: containerPort }]);
  expect(container.readinessProbe.httpGet.port).toBe(containerPort);
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(template.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 101 });
  expect(template.spec.volumes.map(({ name }: Any) => name)).toEqual(container.volumeMounts.map(({ name }: Any) => name));
  const backend = ingress.spec.rules[0].http.paths[0].backend.service;
  expect(backend).toEqual({ name: service.metadata.name, port: { number: 80 } });
  expect(ingress.spec.tls[0].hosts).toEqual([ingress.spec.rules[0].host]);
});

test('docs/hosting.md names every folder of examples, and every file that it names is there', () => {
  const page = readFileSync(join(ROOT, 'docs/hosting.md'), 'utf8');
  for (const path of page.matchAll(/`((?:nginx|caddy|apache|docker|kubernetes|pipelines)\/[\w./-]*)`/g))
    expect(existsSync(join(HOSTING, path[1] ?? '')), path[1]).toBe(true);
});
