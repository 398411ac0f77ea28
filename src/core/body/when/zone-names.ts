// What the short names of zones stand for: minutes from UTC, and places that go by them.
import { offsetAt } from '../../time/zone.ts';

const HOUR = 60;

/** Minutes from UTC that a name can stand for, the usual one first; or the place whose clocks are meant. */
export const ZONE_NAMES: Readonly<Record<string, readonly number[] | string>> = {
  UTC: [0],
  GMT: [0],
  Z: [0],
  WET: [0],
  WEST: [HOUR],
  BST: [HOUR],
  CET: [HOUR],
  CEST: [2 * HOUR],
  MEZ: [HOUR],
  MESZ: [2 * HOUR],
  CAT: [2 * HOUR],
  EET: [2 * HOUR],
  EEST: [3 * HOUR],
  MSK: [3 * HOUR],
  WAT: [HOUR],
  SAST: [2 * HOUR],
  EAT: [3 * HOUR],
  IST: [5.5 * HOUR, HOUR, 2 * HOUR],
  PKT: [5 * HOUR],
  WIB: [7 * HOUR],
  SGT: [8 * HOUR],
  HKT: [8 * HOUR],
  JST: [9 * HOUR],
  KST: [9 * HOUR],
  AEST: [10 * HOUR],
  AEDT: [11 * HOUR],
  NZST: [12 * HOUR],
  NZDT: [13 * HOUR],
  BRT: [-3 * HOUR],
  ART: [-3 * HOUR],
  COT: [-5 * HOUR],
  EST: [-5 * HOUR],
  EDT: [-4 * HOUR],
  CST: [-6 * HOUR, 8 * HOUR],
  CDT: [-5 * HOUR],
  MST: [-7 * HOUR],
  MDT: [-6 * HOUR],
  PST: [-8 * HOUR],
  PDT: [-7 * HOUR],
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  EASTERN: 'America/New_York',
  CENTRAL: 'America/Chicago',
  MOUNTAIN: 'America/Denver',
  PACIFIC: 'America/Los_Angeles',
};

/** Names whose other half of the year people forget: PST in July, CET in June. */
export const SEASONS: Readonly<Record<string, readonly number[]>> = {
  ...{
    CET: [HOUR, 2 * HOUR],
    CEST: [HOUR, 2 * HOUR],
    MEZ: [HOUR, 2 * HOUR],
    MESZ: [HOUR, 2 * HOUR],
    EET: [2 * HOUR, 3 * HOUR],
    EEST: [2 * HOUR, 3 * HOUR],
    WET: [0, HOUR],
  },
  ...{ EST: [-5 * HOUR, -4 * HOUR], EDT: [-5 * HOUR, -4 * HOUR], CST: [-6 * HOUR, -5 * HOUR], CDT: [-6 * HOUR, -5 * HOUR] },
  ...{ MST: [-7 * HOUR, -6 * HOUR], MDT: [-7 * HOUR, -6 * HOUR], PST: [-8 * HOUR, -7 * HOUR], PDT: [-8 * HOUR, -7 * HOUR] },
  ...{ AEST: [10 * HOUR, 11 * HOUR], AEDT: [10 * HOUR, 11 * HOUR], NZST: [12 * HOUR, 13 * HOUR], NZDT: [12 * HOUR, 13 * HOUR] },
};

/** Places whose clocks go by a name, for each of its meanings. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  ...{ WET: ['Europe/Lisbon'], WEST: ['Europe/Lisbon'], BST: ['Europe/London'], CET: ['Europe/Berlin'], CEST: ['Europe/Berlin'] },
  ...{ EET: ['Europe/Helsinki'], EEST: ['Europe/Helsinki'], MSK: ['Europe/Moscow'], WAT: ['Africa/Lagos'] },
  ...{ SAST: ['Africa/Johannesburg'], EAT: ['Africa/Nairobi'], IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'] },
  ...{ MEZ: ['Europe/Berlin'], MESZ: ['Europe/Berlin'], CAT: ['Africa/Maputo'], PKT: ['Asia/Karachi'], WIB: ['Asia/Jakarta'] },
  ...{ BRT: ['America/Sao_Paulo'], ART: ['America/Argentina/Buenos_Aires'], COT: ['America/Bogota'] },
  ...{ SGT: ['Asia/Singapore'], HKT: ['Asia/Hong_Kong'], JST: ['Asia/Tokyo'], KST: ['Asia/Seoul'] },
  ...{ AEST: ['Australia/Sydney'], AEDT: ['Australia/Sydney'], NZST: ['Pacific/Auckland'], NZDT: ['Pacific/Auckland'] },
  ...{ EST: ['America/New_York'], EDT: ['America/New_York'], CST: ['America/Chicago', 'Asia/Shanghai'], CDT: ['America/Chicago'] },
  ...{ MST: ['America/Denver'], MDT: ['America/Denver'], PST: ['America/Los_Angeles'], PDT: ['America/Los_Angeles'] },
};

export interface ZoneMeaning {
  /** Minutes from UTC. */
  readonly offset: number;
  /** A place whose clocks show it for at least a part of the year. */
  readonly place: string;
}

/** What a name such as `CET` or `PT` can mean at a moment, the usual first; nothing for other words and for UTC. */
export function zoneMeanings(name: string, epoch: number): ZoneMeaning[] {
  const meant = Object.hasOwn(ZONE_NAMES, name) ? ZONE_NAMES[name] : undefined;
  if (typeof meant === 'string') return [{ offset: offsetAt(meant, epoch), place: meant }];
  const places = Object.hasOwn(PLACES, name) ? PLACES[name] : undefined;
  return places && meant ? meant.flatMap((offset, index) => (places[index] ? [{ offset, place: places[index] }] : [])) : [];
}
