// Names of two or three words, and other names of one thing: a stress test is a load test, an alarm is an alert. Two promises of the same
// practice are about the same thing even where they share no word.

export interface NamedNotion {
  readonly name: string;
  /** Words or phrases, in any inflection. */
  readonly called: readonly string[];
  /** Also what is done, to what: by the verb or by its noun, and with words between them that say which. */
  readonly doing?: { readonly verbs: readonly string[]; readonly to: readonly string[] };
  /** Promised of one thing, the two are one promise. How rare each is, is counted by its own name. */
  readonly sameAs?: string;
}

/** Enough to know what was promised: who promises load tests twice promises the same twice, whatever is tested. */
export const PRACTICES: readonly NamedNotion[] = [
  {
    name: 'load testing',
    called: ['load test', 'stress test', 'capacity test', 'performance test', 'scale test', 'scalability test', 'soak test', 'volume test'],
  },
  { name: 'capacity planning', called: ['capacity review', 'capacity forecast'], doing: { verbs: ['plan'], to: ['capacity'] } },
  { name: 'autoscaling', called: ['autoscale', 'autoscaling', 'autoscaler', 'auto scale', 'auto scaling'] },
  { name: 'drills', called: ['drill', 'game day', 'gameday', 'tabletop', 'dry run'] },
  { name: 'fault injection', called: ['fault injection', 'failure injection', 'chaos test', 'chaos testing', 'chaos engineering'] },
  {
    name: 'staged rollout',
    called: [
      ...[
        'staged rollout',
        'gradual rollout',
        'phased rollout',
        'progressive rollout',
        'staggered rollout',
        'incremental rollout',
        'canary',
      ],
      ...['staged deployment', 'gradual deployment', 'phased deployment', 'progressive deployment', 'staggered deployment'],
      ...['incremental deployment', 'staged release', 'gradual release', 'phased release', 'progressive delivery'],
    ],
  },
  { name: 'feature flags', called: ['feature flag', 'feature toggle', 'kill switch'] },
  { name: 'staging environment', called: ['staging environment', 'test environment', 'preproduction environment'] },
  { name: 'integration tests', called: ['integration test', 'integration testing', 'end to end test', 'e2e test', 'acceptance test'] },
  {
    name: 'smoke tests',
    called: [...['smoke test', 'deployment check', 'post deployment test']],
    doing: { verbs: ['verify', 'validate', 'confirm'], to: ['deployment', 'release'] },
  },
  {
    name: 'query tuning',
    called: ['query efficiency', 'query plan review'],
    doing: { verbs: ['tune', 'optimize'], to: ['query'] },
  },
  { name: 'code review', called: ['code review', 'peer review'] },
  {
    name: 'configuration checks',
    called: [],
    doing: { verbs: ['check', 'validate'], to: ['configuration'] },
  },
  { name: 'infrastructure as code', called: ['infrastructure as code', 'terraform'] },
  { name: 'restore tests', called: ['restore backup'], doing: { verbs: ['test'], to: ['backup', 'restore', 'recovery'] } },
  { name: 'disaster recovery', called: ['disaster recovery'] },
  { name: 'graceful degradation', called: ['graceful degradation', 'degrade gracefully'] },
  { name: 'rate limits', called: ['rate limit', 'throttle', 'throttling', 'load shedding', 'shed load'] },
  { name: 'circuit breakers', called: ['circuit breaker'] },
  {
    name: 'rotation of secrets',
    called: [],
    doing: { verbs: ['rotate'], to: ['credential', 'token', 'secret', 'key', 'password', 'certificate'] },
  },
  { name: 'least privilege', called: ['least privilege'] },
  { name: 'status page', called: ['status page', 'statuspage', 'status update'] },
  {
    name: 'change management',
    called: ['change management', 'change control', 'change review', 'change freeze', 'freeze release', 'freeze deployment'],
  },
];

/** Half of a promise: it takes the other half, monitoring of what, to be the same one. */
export const SUBJECTS: readonly NamedNotion[] = [
  { name: 'monitoring', called: ['monitor', 'observability', 'telemetry', 'visibility'] },
  // Who promises to watch something promises to hear of it.
  { name: 'alerts', called: ['alert', 'alarm'], sameAs: 'monitoring' },
  { name: 'dashboards', called: ['dashboard'] },
  { name: 'logging', called: ['log', 'logging'] },
  { name: 'tracing', called: ['trace', 'tracing'] },
  { name: 'health checks', called: ['health check', 'healthcheck', 'liveness probe', 'readiness probe'] },
  { name: 'runbooks', called: ['runbook', 'playbook', 'run book', 'checklist'] },
  { name: 'rehearsals', called: ['rehearse', 'rehearsal'] },
  { name: 'failover', called: ['failover', 'fail over'] },
  { name: 'rollback', called: ['rollback', 'roll back', 'revert'] },
  { name: 'unit tests', called: ['unit test', 'regression test', 'test coverage'] },
  {
    name: 'redundancy',
    called: [
      ...['redundancy', 'redundant', 'spof', 'multi region', 'multi az', 'multi zone', 'single point of failure'],
      // To take it away is to add what it lacks.
      ...['remove single point of failure', 'eliminate single point of failure'],
    ],
  },
  { name: 'isolation', called: ['isolate', 'isolation', 'bulkhead', 'blast radius', 'failure domain'] },
  { name: 'timeouts', called: ['timeout'] },
  { name: 'retries', called: ['retry', 'backoff'] },
  { name: 'access control', called: ['access control', 'permission', 'iam policy', 'acl'] },
  { name: 'inventory', called: ['inventory'] },
  { name: 'audits', called: ['audit', 'auditing'] },
  { name: 'training', called: ['train', 'training', 'training session', 'training course', 'training program', 'teach', 'workshop'] },
  { name: 'documentation', called: ['document', 'documentation', 'wiki'] },
  { name: 'communication', called: ['communication', 'communicate'] },
  { name: 'escalation', called: ['escalation', 'escalate', 'oncall'] },
];

/** What it is done to, under a name of more than one word, for a load balancer is no kind of load; and words of which one is as good as another. */
export const THINGS: readonly NamedNotion[] = [
  { name: 'limits', called: ['limit', 'cap', 'quota', 'ceiling', 'upper bound', 'restrict', 'restriction'] },
  { name: 'backup', called: ['backup', 'back up'] },
  { name: 'load balancer', called: ['load balancer', 'load balancing'] },
  { name: 'connection pool', called: ['connection pool', 'pool connection'] },
  { name: 'data center', called: ['data center', 'datacenter', 'data centre', 'datacentre'] },
  ...[
    'control plane',
    'availability zone',
    'incident response',
    'error rate',
    'response time',
    'disk space',
    'memory leak',
    'pull request',
  ].map((name) => ({ name, called: [name] })),
];
