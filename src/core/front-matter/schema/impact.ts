// Who was hit, how hard, and what it cost.
import { z } from 'zod';
import { amount, field, fields, flag, line, prose } from './kit.ts';

/** `data_loss: false` and `cost: 12000` are as good as words; the pages show words. */
const lossWords = z.union([line(), flag()]).transform((loss) => (loss === true ? 'yes' : loss === false ? 'none' : loss));
const costWords = z.union([line(), amount()]).transform(String);

export const impact = fields({
  summary: field(prose(2000), 'What people noticed, in one or two sentences. Markdown.', 'Checkout failed for one customer in five.'),
  users_affected: field(amount({ whole: true }), 'How many people, a whole number.', 1140),
  users_affected_percent: field(amount({ most: 100 }), 'How many of all users, in percent.', 15),
  customer_facing: field(flag(), 'Whether customers noticed.', true),
  data_loss: field(lossWords, 'What was lost, in words; `true` or `false` also.', 'none'),
  cost: field(costWords, 'What it cost, with the currency.', 'EUR 18,900 in compensation'),
});
