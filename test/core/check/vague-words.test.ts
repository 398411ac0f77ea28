// What is vague in English: general words alone, one of which promises improvement. Anything particular makes a title particular.
import { expect, test } from 'vitest';
import { isVague } from '../../../src/core/check/vague-words.ts';

test.each([
  'Improve monitoring',
  'Improving our monitoring & alerting.',
  'Enhance the existing monitoring and alerting mechanisms',
  'Add more tests',
  'Better communication between teams',
  'Implement proper error handling',
  'Be more careful with deployments in the future',
  'Prevent similar incidents from happening again',
  'We need better tooling!',
  'Increase capacity',
  'Review and update system architecture to improve redundancy',
  'Strengthen the on-call process',
])('%s', (title) => {
  expect(isVague(title)).toBe(true);
});

test.each([
  'Alert on refused payments per gateway',
  'Improve monitoring of checkout',
  'Improve availability to 99.9 %',
  'Increase the pool to 40 connections',
  'Enhance monitoring to detect load imbalances and latency spikes in real-time',
  'Improve alerting mechanisms to detect connection pool exhaustion earlier',
  'Monitor the performance of the critical tables',
  'Add monitoring',
  'Review alerts',
  'Write a runbook',
  'Improve AD FS',
  'Das Monitoring verbessern',
  'Am\u00e9liorer la surveillance',
  '監視を改善する',
  '',
  '!?',
])('not "%s"', (title) => {
  expect(isVague(title)).toBe(false);
});
