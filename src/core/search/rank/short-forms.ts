// What people of the trade write short and say in full: of a query for `db` an incident that says database is a result as well. Not the other way
// round, and never as good as the letters themselves: db may be the name of something.
import type { WordClause } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { termsOf } from '../terms.ts';
import { words } from '../words.ts';
import { asChoices, asParts, type Choice, COMPLETED } from './choices.ts';

/** Short forms that are words for the same thing throughout are brought together by the index itself: `terms/irregular.ts`. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['acct', 'account'],
  ['app', 'application'],
  ['apps', 'applications'],
  ['async', 'asynchronous'],
  ['auth', 'authentication'],
  ['az', 'availability zone'],
  ['bw', 'bandwidth'],
  ['cfg', 'config'],
  ['conf', 'config'],
  ['conn', 'connection'],
  ['conns', 'connections'],
  ['db', 'database'],
  ['dbs', 'databases'],
  ['dc', 'datacenter'],
  ['err', 'error'],
  ['errs', 'errors'],
  ['es', 'elasticsearch'],
  ['fs', 'filesystem'],
  ['fw', 'firewall'],
  ['gc', 'garbage collection'],
  ['gcp', 'google cloud'],
  ['gh', 'github'],
  ['gw', 'gateway'],
  ['hw', 'hardware'],
  ['lb', 'load balancer'],
  ['mem', 'memory'],
  ['mq', 'message queue'],
  ['nic', 'network interface'],
  ['notif', 'notification'],
  ['notifs', 'notifications'],
  ['pg', 'postgres'],
  ['pkg', 'package'],
  ['pkgs', 'packages'],
  ['pwd', 'password'],
  ['rca', 'root cause'],
  ['regex', 'regular expression'],
  ['regexp', 'regex'],
  ['repl', 'replication'],
  ['req', 'request'],
  ['reqs', 'requests'],
  ['resp', 'response'],
  ['sg', 'security group'],
  ['srv', 'server'],
  ['ssl', 'tls'],
  ['svc', 'service'],
  ['sw', 'software'],
  ['tls', 'ssl'],
  ['tx', 'transaction'],
  ['vm', 'virtual machine'],
  ['vms', 'virtual machines'],
]);

interface InFull {
  readonly spelling: string;
  readonly choices: readonly Choice[];
}

/** Undefined for a word that is no short form, or where the index has not all of what it is short for. */
export async function inFull(index: SearchIndex, { word }: WordClause): Promise<InFull | undefined> {
  const spelling = SHORT_FORMS.get(word.text);
  if (spelling === undefined) return undefined;
  const terms = words(spelling).flatMap((one) => termsOf(one).slice(0, 1));
  const found = await Promise.all(terms.map((term) => index.postings(term)));
  const known = found.filter((postings) => postings !== undefined);
  if (known.length < terms.length) return undefined;
  const choices =
    known.length > 1
      ? asParts(known)
      : asChoices(
          [...known].map((postings) => ({ postings })),
          COMPLETED,
        );
  return { spelling, choices };
}
