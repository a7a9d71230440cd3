/** The browser of the tests: LAGLINE_CHROMIUM, else Chromium or Chrome on the path, null where there is none. */
export function findBrowser(): string | null
