// All fields of the site's one configuration file.
import { z } from 'zod';
import { amount, choice, field, fields, flag, id, line, list, needed, prose, url, withheldText, zone } from '../front-matter/schema/kit.ts';
import { EDITION_NAMES } from '../model/edition.ts';
import { VISIBILITIES } from '../model/incident.ts';
import { MILESTONES } from '../model/timestamp.ts';
import { URL_STYLES } from '../text/explicit-links.ts';

/** Names the author of the configuration chooses, each with a value of one kind. */
function named<T extends z.ZodType>(kind: T, names: z.core.$ZodRecordKey = line(100)) {
  return z.record(names, kind, { error: 'fields (name: value)' });
}

const severity = fields({
  label: needed(line(40), 'As it stands in files.', 'SEV1'),
  name: field(line(100), 'In a word.', 'Critical'),
  description: field(prose(1000), 'When it applies.', 'Customers cannot pay.'),
});

export const termFields = fields({
  id: needed(line(100), 'As it stands in files.', 'checkout'),
  name: field(line(100), 'As readers see it; default: the id.', 'Checkout'),
  description: field(prose(1000), 'What it is.', 'Basket to receipt.'),
  owner: field(line(100), 'For a service: the team that owns it.', 'payments'),
  aliases: field(list(line(100)), 'Other spellings, read as the id.', ['cart']),
});

const term = z.union([line(100), termFields]);

const vocabulary = z.union([
  list(term),
  fields({
    strict: field(flag(), 'Whether a value that is not listed is an error; default false.', true),
    values: needed(list(term), 'The values: words, or `id`, `name`, `description`, `owner`, `aliases`.', ['checkout']),
  }),
]);

const person = fields({
  name: needed(line(100), 'As readers see it.', 'Ana Silva'),
  team: field(line(100), 'The team, as an id of `teams`.', 'payments'),
  role: field(
    line(100),
    'What editions that name nobody say instead; default: "responder", with the name of the team.',
    'on-call engineer',
  ),
});

const edition = fields({
  title: field(line(200), 'Name of the site in this edition; default: `title`.', 'Incidents at Example'),
  url: field(url(), 'Address of this edition; of the public one there is no default.', 'https://status.example.com/postmortems/'),
  drafts: field(flag(), 'Whether documents are in it whose `status` is not `published`; default true, of the public edition false.', false),
  people: field(
    choice(['names', 'roles']),
    'Whether it names people or their roles; default `names`, of the public edition `roles`.',
    'roles',
  ),
  internal_parts: field(
    choice(['shown', 'withheld']),
    'What is marked `[internal]`: default `shown`, in the public edition `withheld`.',
    'withheld',
  ),
  attachments: field(
    list(line(500)),
    'Paths of PDF attachments that somebody has read for it: no program can search them all, so the public edition refuses others.',
    ['2026-11-20-checkout-errors/report.pdf'],
  ),
});

const source = fields({
  repository: needed(
    url(),
    'Where the files are kept, for links to their history and their editor.',
    'https://git.example.com/ops/postmortems',
  ),
  branch: field(line(200), 'Default `main`.', 'main'),
});

const days = () => amount({ most: 3650, whole: true });
const fieldNames = () => list(line(100));

export const siteSchema = fields({
  title: field(line(200), 'Name of the site; default "Incident archive".', 'Incident archive'),
  url: field(
    url(),
    'Address of the site, for absolute links in feeds, sitemap and canonical links. Without it all links are relative, and neither `sitemap.xml` nor `opensearch.xml` is written: both must name full addresses.',
    'https://postmortems.example.com/',
  ),
  urls: field(
    choice(URL_STYLES),
    'How links name pages: `folders` (`incidents/ID/`), or `explicit` (`incidents/ID/index.html`) for hosts that show no `index.html` by themselves and for opening the site from a folder, without a server; default `folders`.',
    'explicit',
  ),
  timezone: field(zone(), 'Zone of times without an offset, in files that name none; default `UTC`.', 'Europe/Copenhagen'),
  language: field(line(35), 'Language of the text, as a BCP 47 tag; default `en`.', 'en'),
  visibility: field(choice(VISIBILITIES), 'Of incidents that do not say; default `internal`.', 'internal'),
  required: field(
    z.union([fieldNames(), named(fieldNames())]),
    'Fields every incident must have, as a list; or by severity label, where `all` holds those of every incident. Default `[title, started]`, also for `all` where only severities are given.',
    { all: ['title', 'started'], SEV1: ['resolved', 'root_causes'] },
  ),
  sections: field(named(fieldNames()), 'Sections the text must have, by severity label.', { SEV1: ['Impact', 'Root cause'] }),
  severities: field(list(severity), 'The scale, gravest first; default SEV1 to SEV4.', [{ label: 'SEV1', name: 'Critical' }]),
  services: field(vocabulary, 'Services with their names: a list, or `strict` and `values`.', { strict: true, values: ['checkout'] }),
  teams: field(vocabulary, 'Teams, in the same way.', [{ id: 'payments', name: 'Payments' }]),
  tags: field(vocabulary, 'Tags, in the same way.', [{ id: 'config', aliases: ['configuration'] }]),
  root_causes: field(vocabulary, 'Causes, in the same way.', [{ id: 'missing-canary', name: 'Missing canary' }]),
  people: field(named(person, line(100)), 'People by the id that files use.', { ana: { name: 'Ana Silva', team: 'payments' } }),
  due_days: field(named(named(days())), 'Days an action item may take, by severity label and priority.', { SEV1: { P1: 14, P2: 30 } }),
  review_days: field(named(days()), 'Days the postmortem itself may take, by severity label.', { SEV1: 7 }),
  field_aliases: field(
    named(line(100)),
    'Other names of fields: what stands in files, and the field it is. Two names of one list are merged.',
    { start_time: 'started' },
  ),
  ignored_fields: field(fieldNames(), 'Fields of files that are known and left alone.', ['source_fetched_at']),
  ticket_links: field(named(line(2000)), 'What ticket keys begin with, and the URL they lead to, with `{key}` in it.', {
    'PAY-': 'https://tracker.example.com/browse/{key}',
  }),
  source: field(source, 'Where the files are kept.', { repository: 'https://git.example.com/ops/postmortems', branch: 'main' }),
  metrics: field(
    named(z.tuple([choice(MILESTONES), choice(MILESTONES)], { error: 'two times such as [started, detected]' }), id()),
    'Which two times define a metric; replaces the four defaults.',
    { time_to_detect: ['started', 'detected'] },
  ),
  redact: field(
    list(withheldText()),
    'Strings withheld from the public edition wherever they stand, besides those that incidents list under `redact`.',
    ['Acme Ltd'],
  ),
  editions: field(
    z.partialRecord(z.enum(EDITION_NAMES), edition, { error: 'fields (name: value)' }),
    'How `public`, `internal` and `restricted` editions differ from what their names say by themselves; see docs/editions.md.',
    { public: { title: 'Incidents at Example', people: 'roles' } },
  ),
});

export type SiteFields = z.output<typeof siteSchema>;
