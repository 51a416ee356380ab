/** Small packages written by hand in the manner of other tools, good and bad. */
import { type PackageFile, textFile } from '../../build/pipeline/package-file.ts';

const scorm12 = (title: string, launch: string, files: readonly string[]) =>
  textFile(
    'imsmanifest.xml',
    `<?xml version="1.0"?><manifest identifier="m" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>${title}</title><item identifier="i" identifierref="r"><title>${title}</title></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="${launch}">${[launch, ...files].map((path) => `<file href="${path}"/>`).join('')}</resource></resources></manifest>`,
  );

const html = (title: string, body: string, script = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}<script>${script}</script></body></html>`;

/** A frameset of the old school: buttons are pictures, the API is looked for in the opener and nowhere else. */
export const frameset: readonly PackageFile[] = [
  scorm12('Frames', 'start.htm', ['top.htm', 'page.htm', 'api.js']),
  textFile(
    'start.htm',
    `<html lang="en"><head><title>Frames</title><script src="api.js"></script></head>
<frameset rows="80,*"><frame name="bar" title="Bar" src="top.htm"><frame name="main" title="Page" src="page.htm"></frameset></html>`,
  ),
  textFile(
    'api.js',
    `var api = top.opener ? top.opener.API : null;
var place = 1;
if (api) {
  api.LMSInitialize('');
  place = Number(api.LMSGetValue('cmi.core.lesson_location')) || 1;
  if (place === 1) api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
}
function go(to) {
  place = to;
  if (api) {
    api.LMSSetValue('cmi.core.lesson_location', String(place));
    if (place === 4) api.LMSSetValue('cmi.core.lesson_status', 'completed');
    api.LMSCommit('');
  }
  main.show(place);
}
function end() {
  if (!api) return;
  api.LMSSetValue('cmi.core.session_time', '0000:00:09.00');
  api.LMSSetValue('cmi.core.exit', 'suspend');
  api.LMSFinish('');
  api = null;
}
window.onunload = end;`,
  ),
  textFile(
    'top.htm',
    html(
      'Bar',
      '<a href="javascript:parent.go(Math.min(4, parent.place + 1))" id="btnNext"></a><style>#btnNext { display: block; width: 40px; height: 40px; background: green }</style>',
    ),
  ),
  textFile(
    'page.htm',
    html(
      'Page',
      '<p id="text"></p>',
      `var texts = ['Welcome to the frames of old', 'A pump lifts water from the well', 'Valves open before anything else does', 'You have read all there is to read'];
function show(place) { document.getElementById('text').textContent = texts[place - 1]; }
window.onload = function () { show(parent.place); };`,
    ),
  ),
];

/** Says what SCORM 1.2 forbids, goes on after the end, and asks for a file that nobody packed. */
export const careless: readonly PackageFile[] = [
  scorm12('Careless', 'index.html', []),
  textFile(
    'index.html',
    html(
      'Careless',
      `<h1>Careless</h1><img src="logo.png"><button onclick="done()">Finish</button>`,
      `var api = parent.API;
api.LMSInitialize('');
api.LMSSetValue('cmi.core.lesson_status', 'complete');
api.LMSSetValue('cmi.core.score.raw', 120);
api.LMSSetValue('cmi.suspend_data', 'here');
function done() {
  api.LMSSetValue('cmi.core.session_time', 'PT5M');
  api.LMSFinish('');
  api.LMSSetValue('cmi.core.lesson_location', '7');
  alert('Saved!');
  undefinedFunction();
}`,
    ),
  ),
];

/** Calls home in every way that there is, and never ends a conversation. */
export const talkative: readonly PackageFile[] = [
  scorm12('Talkative', 'index.html', ['page2.html']),
  textFile(
    'index.html',
    html(
      'Talkative',
      `<h1>Talkative</h1><p>First page of two</p><img alt="" src="https://cdn.tool-maker.io/logo.png"><a href="page2.html">Siguiente</a>`,
      `var api = parent.API;
api.LMSInitialize('');
api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
api.LMSCommit('');
fetch('https://stats.tool-maker.io/ping').catch(function () {});
fetch('http://127.0.0.1:' + OTHER_PORT + '/secret').catch(function () {});
try { new WebSocket('wss://live.tool-maker.io/'); } catch (e) {}`,
    ),
  ),
  textFile('page2.html', html('Talkative', '<p>Second page, and nothing after it</p>')),
];

/** The same, with the port of a server on this machine that it is not to reach. */
export const talkativeTo = (port: number): readonly PackageFile[] =>
  talkative.map((file) =>
    file.path === 'index.html'
      ? textFile(file.path, new TextDecoder().decode(file.content).replace('OTHER_PORT', String(port)))
      : file,
  );

/** A button with which everything stops. */
export const endless: readonly PackageFile[] = [
  scorm12('Endless', 'index.html', []),
  textFile(
    'index.html',
    html(
      'Endless',
      '<main><h1>Endless</h1><button onclick="for (;;);">Commencer</button></main>',
      `parent.API.LMSInitialize('');`,
    ),
  ),
];

/** Two SCOs: one does as it should and asks on the way back; the other forgot about its LMS. */
export const twoScos: readonly PackageFile[] = [
  textFile(
    'imsmanifest.xml',
    `<?xml version="1.0"?><manifest identifier="m" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>Two</title><item identifier="i1" identifierref="r1"><title>The good one</title></item><item identifier="i2" identifierref="r2"><title>The silent one</title></item></organization></organizations>
<resources><resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="one.html"><file href="one.html"/></resource><resource identifier="r2" type="webcontent" adlcp:scormType="sco" href="two.html?from=menu"><file href="two.html"/></resource></resources></manifest>`,
  ),
  textFile(
    'one.html',
    html(
      'The good one',
      `<main><h1>The good one</h1><p id="text"></p><fieldset id="question" hidden><legend>Which is first?</legend><label><input type="radio" name="q"> Open</label><label><input type="radio" name="q"> Close</label></fieldset><button id="check" hidden>Проверить</button><button id="next">Далее</button><button id="exit">Выход</button></main>`,
      `var api = parent.API_1484_11;
api.Initialize('');
var texts = ['Where the water comes from', 'Answer what you have learnt', 'All is done and said'];
var place = 0;
var data = api.GetValue('cmi.suspend_data');
if (data && confirm('Resume?')) place = Number(data);
if (api.GetValue('cmi.completion_status') !== 'completed') api.SetValue('cmi.completion_status', 'incomplete');
var byId = function (id) { return document.getElementById(id); };
function show() {
  byId('text').textContent = texts[place];
  byId('question').hidden = byId('check').hidden = place !== 1;
  byId('next').hidden = place !== 0;
}
function keep() {
  api.SetValue('cmi.suspend_data', String(place));
  api.SetValue('cmi.exit', 'suspend');
  api.Commit('');
}
byId('next').onclick = function () { place = 1; show(); keep(); };
byId('check').onclick = function () {
  if (!document.querySelector('input:checked')) return;
  place = 2; show();
  api.SetValue('cmi.completion_status', 'completed');
  keep();
};
byId('exit').onclick = function () { top.location.href = 'about:blank'; };
window.addEventListener('pagehide', function () { api.SetValue('cmi.session_time', 'PT9S'); api.Terminate(''); });
show();`,
    ),
  ),
  textFile(
    'two.html',
    html('The silent one', '<main><h1>The silent one</h1><p>Nothing to press here</p></main>'),
  ),
];

/** Takes the learner as the first Tin Can packages were given them, in lists, and hands them on. */
export const tincan: readonly PackageFile[] = [
  textFile(
    'tincan.xml',
    `<?xml version="1.0"?><tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="https://tool-maker.example/lists" type="http://adlnet.gov/expapi/activities/course"><name>Lists</name><description lang="en-US">Lists</description><launch lang="en-US">index.html?skin=blue</launch></activity></activities></tincan>`,
  ),
  textFile(
    'index.html',
    html(
      'Lists',
      '<main><h1>Lists</h1><p>Opened with a skin</p></main>',
      `var given = new URLSearchParams(location.search);
var actor = JSON.parse(given.get('actor'));
function say(who, verb) {
  return fetch(given.get('endpoint') + 'statements', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3', Authorization: given.get('auth') },
    body: JSON.stringify({ actor: who, verb: { id: 'http://adlnet.gov/expapi/verbs/' + verb, display: { 'en-US': verb } }, object: { id: given.get('activity_id') } })
  });
}
if (given.get('skin') === 'blue') {
  say(actor, 'launched');
  say({ name: [actor.name], mbox: [actor.mbox] }, 'experienced');
}`,
    ),
  ),
];
