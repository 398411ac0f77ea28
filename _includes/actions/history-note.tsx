// Said once on a page whose action items would tell their history, where nothing is known of it.
import type { Ledger } from '../../src/core/model/ledger.ts';

export function HistoryNote({ ledger }: { readonly ledger: Ledger }) {
  return ledger.isAvailable ? null : <p class="list-foot">History unavailable: {ledger.reason}.</p>;
}
