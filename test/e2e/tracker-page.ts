// The tracker, opened on a day.
import type { Page } from '@playwright/test';
import { expect, site } from './site.ts';

/** Days after the build are not to pass while a test runs: the day is set, and with it what is late. */
export async function openTracker(page: Page, query = '', day = '2027-02-01'): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
  await page.goto(`${site()}actions/${query}`);
  await expect(page.locator('[data-today]')).toContainText('today');
}
