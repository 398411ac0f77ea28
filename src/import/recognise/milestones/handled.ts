// When somebody took it on, when its cause was known, and when its effect was over though not mended: as entries of the timeline say it.

import { ofEntry, type Told, tellOf, told } from './in-timeline.ts';
import type { Candidate, Moments, Situation } from './situation.ts';

export type Handling = 'acknowledged' | 'identified' | 'mitigated';

const SAYS: Readonly<Record<Handling, RegExp>> = {
  acknowledged:
    /\b(?:acks?|acked|acknowledge[sd]?|acknowledging)\b(?! (?:that|the (?:issue|outage|problem|incident) (?:on|publicly|to)))|\b(?:(?:picks?|picked) up|answers?|answered|responds? to|responded to|takes?|took) (?:the|that|this) (?:page|alert|alarm|call|pager)\b|\b(?:acusa recibo|reconoce la alerta)\b|\b(?:acquitte|prend en charge|prise? en charge|pris en charge)\b|\b(?:quittiert|nimmt (?:den )?(?:alarm|anruf) an)\b/i,
  identified:
    /\b(?:(?:root )?cause|culprit|source of the (?:problem|errors?|issue)) (?:is |was |has been |had been )?(?:found|identified|known|understood|confirmed|isolated|pinpointed|determined|discovered|established|narrowed down to)\b|\b(?:finds?|found|identif(?:y|ies|ied)|isolate[sd]?|pinpoint(?:s|ed)?|discover(?:s|ed)?|determine[sd]?|confirm(?:s|ed)?|locate[sd]?) (?:the |a |its |our |that as the |this as the |as the |it as the )?(?:\w+ )?(?:root |underlying )?(?:cause|culprit)\b|\b(?:found|identified|confirmed) as the (?:\w+ )?(?:cause|culprit)\b|\bcausa (?:ra[ií]z )?(?:es |fue )?(?:identificada|encontrada|confirmada)\b|\b(?:se )?(?:identifica|encuentra|identificó|encontró) la causa\b|\bcause (?:racine )?(?:est |a été )?(?:identifiée|trouvée|comprise)\b|\b(?:identifie|trouve|identifié|trouvé) la cause\b|\bursache (?:ist |wurde )?(?:gefunden|erkannt|identifiziert|bekannt|klar|ermittelt)\b/i,
  mitigated:
    /\b(?:(?:is|was|are|were|now|fully|impact|incident|issue|problem) mitigated|mitigation (?:is |was )?(?:complete|in place|applied|deployed|effective|successful)|marked (?:as )?mitigated|workaround (?:is |was )?(?:in place|deployed|applied|live))\b/i,
};

/** It says that it is not so, not yet, or that it is meant to be. */
const NOT =
  /\b(?:not|no|never|nobody|no ?one|without|didn['’]?t|isn['’]?t|wasn['’]?t|couldn['’]?t|can['’]?t|unable|fail(?:s|ed)? to|yet to|still|try(?:ing)?|tries|tried|attempt\w*|partial(?:ly)?|possible|possibly|potential|suspect\w*|likely|probabl[ey]|believed?|might|may|maybe|could|would|should|will|to be|until|before|need\w*|asks?|asked|whether|if|continu\w*|un(?:acknowledged|identified|known)|kein\w*|nicht|noch|pas|aucune?|sin|no se)\b/i;

/** "Cause identified", under the entry's own kind or in its words: the first one that leaves nothing open. */
export function handlingInTimeline(situation: Situation, kind: Handling, { started, resolved }: Moments): Candidate | undefined {
  const entries = told(situation).filter(({ at }) => at.hasClock);
  const named = entries.find(({ entry }) => entry.kind === kind);
  if (named) return ofEntry(named, 'likely', 'the entry of the timeline that is labelled so');
  const isWithin = ({ at }: Told): boolean =>
    (started === undefined || at.local >= started.at.local) &&
    (kind === 'identified' || resolved === undefined || at.local <= resolved.at.local);
  const said = entries.find((each) => isWithin(each) && says(tellOf(each.entry), SAYS[kind]));
  return said && ofEntry(said, 'likely', 'the first entry of the timeline that says so');
}

/** In one sentence of it, none of whose words takes it back. */
function says(words: string, pattern: RegExp): boolean {
  return words
    .slice(0, 600)
    .split(/(?<=[.!?;])\s+/)
    .some((sentence) => pattern.test(sentence) && !NOT.test(sentence));
}
