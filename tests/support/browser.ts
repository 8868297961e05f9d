import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this machine, or null. */
export function findBrowser(): string | null {
  const named = process.env['HARBORLIGHT_TEST_BROWSER'];
  if (named) return named;
  return places.find((place) => existsSync(place)) ?? null;
}
