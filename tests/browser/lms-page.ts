/** The script of the LMS's page: offers the API, keeps what is committed on the server, frames the course. */

import type { LmsSettings } from '../../build/preview/scorm/lms-settings.ts';
import { scorm12Lms } from '../../build/preview/scorm/scorm12-lms.ts';
import { scorm2004Lms } from '../../build/preview/scorm/scorm2004-lms.ts';
import type { Fault } from '../../build/preview/scorm/strict-api.ts';

const request = new XMLHttpRequest();
request.open('GET', `/lms/record${location.search}`, false);
request.send();
const { standard, settings, kept, late, fault, scos } = JSON.parse(request.responseText) as {
  standard: 'scorm12' | 'scorm2004';
  settings: Partial<LmsSettings>;
  kept: null;
  /** Milliseconds after which the API appears; 0 at once, negative never. */
  late: number;
  fault: Fault | null;
  /** The files that the LMS opens, in the order of the manifest. */
  scos: readonly string[];
};

// As Moodle does: a synchronous request each commit, a beacon when the page goes. Beacons overtake each other.
const keep = (record: object) => {
  const body = JSON.stringify(record);
  const query = new URLSearchParams(location.search);
  query.set('at', String(performance.timeOrigin + performance.now()));
  const address = `/lms/record?${query}`;
  try {
    const kept = new XMLHttpRequest();
    kept.open('POST', address, false);
    kept.send(body);
  } catch {
    navigator.sendBeacon(address, body);
  }
};
const openNext = () => {
  const here = new URLSearchParams(location.search).get('sco') ?? '';
  const next = scos[scos.indexOf(here) + 1];
  if (next) location.search = `?sco=${next}`;
};
const lms =
  standard === 'scorm12' ? scorm12Lms(settings, kept, keep) : scorm2004Lms(settings, kept, keep, openNext);
const page = window as unknown as { API?: unknown; API_1484_11?: unknown; lms: object };
const offer = () => {
  page[standard === 'scorm12' ? 'API' : 'API_1484_11'] = lms.api;
};
if (late === 0) offer();
else if (late > 0) setTimeout(offer, late);
lms.fail(fault);
// For the test to look into.
page.lms = {
  calls: lms.calls,
  violations: lms.violations,
  fail: (fault: Fault | null) => lms.fail(fault),
  offer,
};
window.addEventListener('pagehide', () => {
  // The frame says its last words before this page's own end: what was illegal in them must not be lost.
  navigator.sendBeacon('/lms/violations', JSON.stringify(lms.violations));
});
