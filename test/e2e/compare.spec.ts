// Comparing: from an incident to those it resembles, on one axis; every wrong address answered in words; nothing read but the incidents asked for.
import { violations } from './axe.ts';
import { expect, PAGES, site, test } from './site.ts';

const LANE = '.compare__lane';
const STATUS = '[data-compare-status]';
const [POOL, REPLICAS, PORTFOLIO] = ['2024-06-18-pool-exhausted', '2024-09-12-replica-connections', '2024-01-15-portfolio-manager'];
const comparing = (...ids: readonly string[]): string => `${site()}compare/?ids=${ids.join(',')}`;

test('from an incident to what it resembles, and to each time it happened', async ({ watched: page }) => {
  await page.goto(`${site()}incidents/${REPLICAS}/`);
  const first = page.locator('.resembles__item').first();
  const title = await first.getByRole('heading').innerText();
  await first.getByRole('link', { name: `Compare with ${title}` }).click();
  await expect(page.locator(STATUS)).toHaveText('2 incidents, aligned at detection.');
  await expect(page.locator('.compare__title')).toHaveText(['Read replicas out of connections during a rebalance', title]);
  await page.goBack();
  await page.getByRole('link', { name: /^Compare (?:both|all \d) on one axis$/ }).click();
  await expect(page.locator(LANE).filter({ hasText: 'Portfolio Manager slow and failing for fourteen hours' })).toHaveCount(1);
});

test('the words, the image and the tables say the same: moments counted from detection, and the silence', async ({ watched: page }) => {
  await page.goto(comparing(POOL, PORTFOLIO));
  const lane = page.locator(LANE).nth(1);
  await expect(lane).toContainText(
    'Started 15\u00a0min before detection. After detection: cause found 11\u00a0h 15\u00a0min, resolved 13\u00a0h 45\u00a0min.',
  );
  await expect(lane).toContainText(
    'Longest stretch without an entry: 11\u00a0h 15\u00a0min, from detection to 11\u00a0h 15\u00a0min after it, of 4 entries',
  );
  await expect(lane).toContainText('Not recorded: acknowledged, mitigated.');
  await expect(lane.getByRole('img', { name: 'Portfolio Manager slow and failing for fourteen hours' })).toBeVisible();
  await page.getByText('The figures as tables').click();
  const cells = page.getByRole('table', { name: 'Moments, counted from detection' }).getByRole('row').nth(2).getByRole('cell');
  await expect(cells).toHaveText([
    '\u221215\u00a0min',
    '0',
    'not recorded',
    '+11\u00a0h 15\u00a0min',
    'not recorded',
    '+13\u00a0h 45\u00a0min',
  ]);
  await expect(page.getByRole('table', { name: 'Timeline: Connection pool exhausted' }).getByRole('row')).not.toHaveCount(1);
});

test('detection of every lane stands on one line', async ({ watched: page }) => {
  await page.goto(comparing(POOL, REPLICAS, PORTFOLIO));
  await expect(page.locator(LANE)).toHaveCount(3);
  const places = await page.locator('.compare__zero').evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().x));
  expect(places).toHaveLength(3);
  for (const place of places) expect(place).toBeCloseTo(places[0] ?? 0, 0);
});

test('one is added by what they resemble, by the address of a page, from the newest, and removed; each is an address', async ({
  watched: page,
}) => {
  await page.goto(`${site()}compare/`);
  await page.getByRole('list', { name: 'The newest' }).getByRole('link').first().click();
  await expect(page.locator(STATUS)).toHaveText('One incident: add another one to compare it with.');
  await page.getByRole('textbox', { name: 'An id, or the address' }).fill(`${site()}incidents/${POOL}/#root-cause`);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.locator(LANE)).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`compare/\\?ids=[\\w-]+,${POOL}$`));
  await page.getByRole('list', { name: 'What they resemble' }).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(LANE)).toHaveCount(3);
  await page.getByRole('link', { name: 'Remove Connection pool exhausted' }).click();
  await expect(page.locator(LANE)).toHaveCount(2);
  await expect(page).not.toHaveURL(new RegExp(POOL));
  await page.goBack();
  await expect(page.locator(LANE)).toHaveCount(3);
});

test('five fit, and no more can be added', async ({ watched: page }) => {
  await page.goto(comparing(POOL, REPLICAS, PORTFOLIO, '2024-04-03-deadlock', '2024-05-21-gateway-timeout', '2024-11-11-migration-lock'));
  await expect(page.locator(LANE)).toHaveCount(5);
  await expect(page.locator('.notice')).toHaveText(/At most five .* left out: \u201c2024-11-11-migration-lock\u201d\./);
  await expect(page.getByText('Remove one to add another.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'An id, or the address' })).toBeHidden();
});

test('an unknown id, one that is none, and one asked for twice are answered in words, and the others are shown', async ({ page }) => {
  await page.goto(`${comparing(POOL, 'no-such-incident', POOL)},${encodeURIComponent('<img/src=x>')}`);
  await expect(page.locator(LANE)).toHaveCount(1);
  await expect(page.locator('.notice')).toHaveText([
    /\u201c<img\/src=x>\u201d is neither the id of an incident nor the address of its page\./,
    /asked for more than once/,
    /no-such-incident: no incident of this archive has that id/,
  ]);
  await expect(page.locator('main img')).toHaveCount(0);
  await page.getByRole('link', { name: 'Remove no-such-incident' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('nothing is fetched but the files of the incidents asked for', async ({ watched: page }) => {
  const fetched: string[] = [];
  page.on(
    'request',
    (request) => request.resourceType() === 'fetch' && fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''),
  );
  await page.goto(comparing(POOL, '..%2Frows', PORTFOLIO));
  await expect(page.locator(LANE)).toHaveCount(2);
  expect(fetched.sort()).toEqual([`${PORTFOLIO}.json`, `${POOL}.json`]);
});

test('a file that is damaged or out of reach is told of, and trying again helps once it is there', async ({ page }) => {
  for (const response of [
    { status: 503, body: '' },
    { status: 200, body: '{"id":' },
    { status: 200, body: `{"id":"${PORTFOLIO}"}` },
  ]) {
    await page.route(`**/${PORTFOLIO}.json`, (route) => route.fulfill(response));
    await page.goto(comparing(POOL, PORTFOLIO));
    await expect(page.locator('.notice')).toContainText(response.status === 503 ? 'the server answered 503' : 'could not be read');
    await expect(page.locator(LANE)).toHaveCount(1);
    await page.unroute(`**/${PORTFOLIO}.json`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(LANE)).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'On one axis' })).toBeFocused();
  }
});

test('without a script the page says what to use instead', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(comparing(POOL, PORTFOLIO));
  await expect(page.getByText('open the pages of the incidents beside one another')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'An id, or the address' })).toBeHidden();
  await page.close();
});

test('on paper the lanes stand without the furniture', async ({ watched: page }) => {
  await page.goto(site() + PAGES.comparison);
  await expect(page.locator(LANE)).toHaveCount(4);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img').first()).toBeVisible();
  for (const furniture of ['.compare-add', '.compare__remove', '.site-nav']) {
    await expect(page.locator(furniture).filter({ visible: true }), furniture).toHaveCount(0);
  }
});

for (const width of [390, 1280]) {
  test(`with its tables open, ${width} px wide`, async ({ watched: page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site() + PAGES.comparison);
    await expect(page.locator(LANE)).toHaveCount(4);
    await page.getByText('The figures as tables').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
}
