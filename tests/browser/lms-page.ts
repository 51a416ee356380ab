/** The script of the LMS's page: offers the API, keeps what is committed on the server, frames the course. */
import { type LmsRecord, type LmsSettings, scorm12Lms } from '../scorm12/lms.ts';
import type { Fault } from '../scorm12/strict-api.ts';

const request = new XMLHttpRequest();
request.open('GET', '/lms/record', false);
request.send();
const { settings, kept, late } = JSON.parse(request.responseText) as {
  settings: Partial<LmsSettings>;
  kept: LmsRecord | null;
  /** Milliseconds after which the API appears; 0 at once, negative never. */
  late: number;
};

const lms = scorm12Lms(settings, kept, (record) => {
  // As Moodle does: a synchronous request each commit, a beacon when the page goes.
  navigator.sendBeacon('/lms/record', JSON.stringify(record));
});
const page = window as unknown as { API?: unknown; lms: object };
const offer = () => {
  page.API = lms.api;
};
if (late === 0) offer();
else if (late > 0) setTimeout(offer, late);
// For the test to look into.
page.lms = {
  calls: lms.calls,
  violations: lms.violations,
  fail: (fault: Fault | null) => lms.fail(fault),
};
window.addEventListener('pagehide', () => {
  // The frame says its last words before this page's own end: what was illegal in them must not be lost.
  navigator.sendBeacon('/lms/violations', JSON.stringify(lms.violations));
});
