/** The script of the LMS's page: offers the API, keeps what is committed on the server, frames the course. */

import { type LmsSettings, scorm12Lms } from '../../build/preview/scorm/scorm12-lms.ts';
import { scorm2004Lms } from '../../build/preview/scorm/scorm2004-lms.ts';
import type { Fault } from '../../build/preview/scorm/strict-api.ts';

const request = new XMLHttpRequest();
request.open('GET', '/lms/record', false);
request.send();
const { standard, settings, kept, late, fault } = JSON.parse(request.responseText) as {
  standard: 'scorm12' | 'scorm2004';
  settings: Partial<LmsSettings>;
  kept: null;
  /** Milliseconds after which the API appears; 0 at once, negative never. */
  late: number;
  fault: Fault | null;
};

// As Moodle does: a synchronous request each commit, a beacon when the page goes.
const keep = (record: object) => void navigator.sendBeacon('/lms/record', JSON.stringify(record));
const lms = standard === 'scorm12' ? scorm12Lms(settings, kept, keep) : scorm2004Lms(settings, kept, keep);
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
};
window.addEventListener('pagehide', () => {
  // The frame says its last words before this page's own end: what was illegal in them must not be lost.
  navigator.sendBeacon('/lms/violations', JSON.stringify(lms.violations));
});
