import { expect } from '@playwright/test';
import { test as base } from '../browser/city-test.ts';

/** What a page did that it must not do. */
export interface Conduct {
  /** Requests to another host than the app's own; each is refused, and fails the test. */
  foreign: string[];
  /** Faults of the program and violations of the policy. */
  faults: string[];
}

/** The built app under watch: a request to another host fails every test, faults fail those that ask for `conduct`. */
export const test = base.extend<{ conduct: Conduct; firstRun: boolean }>({
  firstRun: [false, { option: true }],
  conduct: [
    async ({ context, page, appUrl, firstRun }, use) => {
      const conduct: Conduct = { foreign: [], faults: [] };
      const { host } = new URL(appUrl);
      await context.route(
        (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== host,
        (route) => {
          conduct.foreign.push(route.request().url());
          return route.abort();
        },
      );
      // Those who come for the first time are shown around; these come to work.
      if (!firstRun) await context.addInitScript(() => window.localStorage.setItem('rencheng.tour', 'seen'));
      page.on('pageerror', (error) => conduct.faults.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) conduct.faults.push(message.text());
        else if (message.type() === 'error' && /Uncaught|React/.test(message.text())) {
          conduct.faults.push(message.text());
        }
      });
      await use(conduct);
      expect(conduct.foreign, 'requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
});
